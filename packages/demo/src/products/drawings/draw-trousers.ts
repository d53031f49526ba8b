import { svg, type SVGTemplateResult } from 'lit';
import type { Cloth } from '../cloth.ts';
import { mirrored } from './mirrored.ts';
import { fold, seam, stitches } from './seam.ts';

const MENS_HALF = 'M200.5,44 L139,44 C136,78 128,118 122,158 C118,250 122,350 125,446 L187,448 C190,362 194,282 200.5,190 Z';
const WOMENS_HALF = 'M200.5,36 L149,36 C147,76 126,110 120,156 C114,252 112,352 110,446 L186,448 C190,362 194,284 200.5,194 Z';

const mens = (cloth: Cloth): SVGTemplateResult => svg`
  <path d=${MENS_HALF} fill=${cloth.base}></path>
  ${fold(cloth, 'M187,448 C190,362 194,282 200.5,190 C188,236 180,330 174,448 Z')}
  ${seam(cloth, 'M137,66 L200,66')}
  ${seam(cloth, 'M150,66 C148,86 142,104 128,118')}${stitches(cloth, 'M155,66 C153,88 146,108 130,123')}
  ${seam(cloth, 'M154,120 C155,230 155,340 156,447')}
  ${stitches(cloth, 'M125,436 L187,438')}
  <rect x="160" y="41" width="7" height="28" rx="1.5" fill=${cloth.base} stroke=${cloth.line} stroke-width="1.2"></rect>`;

const womens = (cloth: Cloth): SVGTemplateResult => svg`
  <path d=${WOMENS_HALF} fill=${cloth.base}></path>
  ${fold(cloth, 'M186,448 C190,362 194,284 200.5,194 C186,240 176,330 168,448 Z')}
  ${fold(cloth, 'M170,64 C166,120 154,170 150,230 C156,190 172,130 176,64 Z')}
  ${fold(cloth, 'M110,446 C113,352 115,252 120,156 C124,250 126,350 130,447 Z')}
  ${seam(cloth, 'M148,62 L200,62')}
  ${seam(cloth, 'M170,62 C168,110 156,170 151,250 C149,320 148,380 148,447')}
  ${seam(cloth, 'M150,66 C146,92 138,108 130,130')}
  ${stitches(cloth, 'M110,437 L186,439')}`;

const fly = (cloth: Cloth, top: number): SVGTemplateResult => svg`
  ${seam(cloth, `M200,${top} L200,192`)}${stitches(cloth, `M213,${top + 24} C213,${top + 70} 212,150 201,168`)}
  <circle cx="206" cy=${top + 12} r="3.6" fill=${cloth.light} stroke=${cloth.line} stroke-width="1.1"></circle>`;

const waistband = (cloth: Cloth, top: number, halfWidth: number): SVGTemplateResult =>
  svg`<path d="M${200 - halfWidth},${top} C${200 - halfWidth / 2},${top + 5} ${200 + halfWidth / 2},${top + 5} ${200 + halfWidth},${top} C${200 + halfWidth / 2},${top - 5} ${200 - halfWidth / 2},${top - 5} ${200 - halfWidth},${top} Z" fill=${cloth.inside}></path>`;

/** Straight trousers, laid flat. */
export function drawTrousers(cloth: Cloth, cut: 'men' | 'women'): SVGTemplateResult {
  return cut === 'men'
    ? svg`${mirrored(mens(cloth))}${waistband(cloth, 44, 61)}${fly(cloth, 44)}`
    : svg`${mirrored(womens(cloth))}${waistband(cloth, 36, 51)}${fly(cloth, 36)}`;
}
