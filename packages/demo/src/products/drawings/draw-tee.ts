import { svg, type SVGTemplateResult } from 'lit';
import type { Cloth } from '../cloth.ts';
import { mirrored } from './mirrored.ts';
import { fold, seam, stitches } from './seam.ts';

const HALF = 'M200.5,104 C184,102 172,92 165,76 C146,84 118,92 98,106 C80,134 66,168 54,204 C70,216 90,224 110,228 C114,214 117,204 121,194 C122,262 120,330 116,400 C142,406 170,408 200.5,408 Z';

const half = (cloth: Cloth): SVGTemplateResult => svg`
  <path d=${HALF} fill=${cloth.base}></path>
  ${fold(cloth, 'M121,194 C111,174 108,154 109,134 C103,166 98,196 94,223 L110,228 C114,214 117,204 121,194 Z')}
  ${fold(cloth, 'M116,400 C119,340 121,290 121.4,240 C128,300 136,350 148,404 C136,403 126,402 116,400 Z')}
  ${seam(cloth, 'M120,94 C113,128 114,164 121,194')}
  ${stitches(cloth, 'M58,194 C74,206 93,213 113,217')}${stitches(cloth, 'M117,390 C143,396 170,398 200,398')}`;

const neck = (cloth: Cloth): SVGTemplateResult => svg`
  <path d="M165,76 C178,68 222,68 235,76 C228,92 216,102 200,104 C184,102 172,92 165,76 Z" fill=${cloth.inside}></path>
  <path d="M165,76 C172,92 184,103 200,104 C216,103 228,92 235,76 L243,79 C235,102 219,115 200,115 C181,115 165,102 157,79 Z" fill=${cloth.light} stroke=${cloth.line} stroke-width="1.2" stroke-linejoin="round"></path>`;

/** A crew-neck tee, laid flat. */
export const drawTee = (cloth: Cloth): SVGTemplateResult => svg`${mirrored(half(cloth))}${neck(cloth)}`;
