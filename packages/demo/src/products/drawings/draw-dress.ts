import { svg, type SVGTemplateResult } from 'lit';
import type { Cloth } from '../cloth.ts';
import { mirrored } from './mirrored.ts';
import { fold, seam, stitches } from './seam.ts';

const BODICE_HALF = 'M200.5,118 L168,52 C156,55 140,59 128,66 C116,84 108,106 102,130 C113,138 126,142 138,143 C140,132 142,122 145,114 C149,146 152,172 150,200 L200.5,204 Z';
const SKIRT_HALF = 'M200.5,203 L150,199 C140,256 118,346 96,430 C124,446 162,454 200.5,454 Z';

const half = (cloth: Cloth): SVGTemplateResult => svg`
  <path d=${SKIRT_HALF} fill=${cloth.base}></path>
  ${fold(cloth, 'M158,203 C150,280 138,360 122,441 C132,445 142,447 150,449 C158,370 163,290 164,203 Z')}
  ${fold(cloth, 'M184,204 C182,290 180,370 174,452 C182,453 190,454 196,454 C195,370 192,290 190,204 Z')}
  ${fold(cloth, 'M150,199 C140,256 118,346 96,430 L104,434 C124,350 142,262 152,214 Z')}
  ${stitches(cloth, 'M98,422 C126,437 162,445 200,445')}
  ${seam(cloth, 'M154,226 C152,244 147,262 139,278')}
  <path d=${BODICE_HALF} fill=${cloth.base}></path>
  ${fold(cloth, 'M145,114 C139,102 137,92 137,82 C133,100 131,120 130,142 L138,143 C140,132 142,122 145,114 Z')}
  ${seam(cloth, 'M142,58 C134,78 137,98 145,114')}
  ${seam(cloth, 'M105,119 C116,127 128,131 140,132')}
  ${seam(cloth, 'M172,202 C172,180 170,164 166,148')}
  <path d="M150,196 C166,200 184,201 200.5,201 L200.5,215 C184,215 166,214 149,210 Z" fill=${cloth.light}></path>
  ${seam(cloth, 'M150,196 C166,200 184,201 200,201')}${seam(cloth, 'M149,210 C166,214 184,215 200,215')}`;

const neck = (cloth: Cloth): SVGTemplateResult => svg`
  <path d="M168,52 C180,46 220,46 232,52 L200,118 Z" fill=${cloth.inside}></path>
  ${seam(cloth, 'M168,52 L200,118 L232,52')}
  ${stitches(cloth, 'M162,54 L200,132 L238,54')}`;

/** A waisted midi dress with a V neck, laid flat. */
export const drawDress = (cloth: Cloth): SVGTemplateResult => svg`${mirrored(half(cloth))}${neck(cloth)}`;
