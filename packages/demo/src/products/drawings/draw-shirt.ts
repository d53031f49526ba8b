import { svg, type SVGTemplateResult } from 'lit';
import type { Cloth } from '../cloth.ts';
import { mirrored } from './mirrored.ts';
import { fold, seam, stitches } from './seam.ts';

const MENS_HALF = 'M200.5,96 L164,74 C146,84 118,92 100,104 C80,148 60,226 45,304 C57,311 71,316 87,318 C97,274 107,230 118,194 C119,262 116,328 112,392 C122,412 158,424 200.5,424 Z';
const WOMENS_HALF = 'M200.5,98 L166,76 C150,86 126,94 108,108 C90,146 76,196 66,244 C79,252 94,257 110,258 C114,232 120,208 127,190 C131,222 132,250 128,280 C124,316 118,352 114,384 C126,410 160,420 200.5,420 Z';

function half(cloth: Cloth): SVGTemplateResult {
  return svg`
    <path d=${MENS_HALF} fill=${cloth.base}></path>
    ${fold(cloth, 'M118,194 C108,168 106,146 106,124 C101,170 92,236 76,316 L87,318 C97,274 107,230 118,194 Z')}
    ${fold(cloth, 'M112,392 C115,330 117,280 118,230 C124,290 132,350 150,416 C132,411 118,404 112,392 Z')}
    ${seam(cloth, 'M116,96 C110,128 111,164 118,194')}
    ${seam(cloth, 'M49,284 C62,292 77,297 91,299')}
    ${stitches(cloth, 'M113,386 C124,405 158,418 199,418')}
    ${seam(cloth, 'M150,83 C160,92 172,98 186,102')}`;
}

function womensHalf(cloth: Cloth): SVGTemplateResult {
  return svg`
    <path d=${WOMENS_HALF} fill=${cloth.base}></path>
    ${fold(cloth, 'M127,190 C117,168 114,148 115,128 C110,164 104,210 97,255 L110,258 C114,232 120,208 127,190 Z')}
    ${fold(cloth, 'M129,268 C136,296 144,340 160,414 C136,409 122,400 114,384 C120,346 127,306 129,268 Z')}
    ${seam(cloth, 'M123,100 C117,132 119,164 127,190')}
    ${seam(cloth, 'M69,230 C82,238 98,243 112,244')}
    ${seam(cloth, 'M146,216 C152,238 152,262 148,290')}
    ${stitches(cloth, 'M116,381 C128,404 160,414 199,414')}`;
}

const collar = (cloth: Cloth): SVGTemplateResult => svg`
  <path d="M166,74 C178,60 222,60 234,74 C226,88 212,96 200,98 C188,96 174,88 166,74 Z" fill=${cloth.inside}></path>
  ${mirrored(svg`<path d="M165,75 C167,67 173,63 181,62 C185,76 192,88 200.5,97 L180,130 C169,115 163,95 165,75 Z" fill=${cloth.light} stroke=${cloth.line} stroke-width="1.3" stroke-linejoin="round"></path>`)}`;

const placket = (cloth: Cloth, bottom: number): SVGTemplateResult => svg`
  ${seam(cloth, `M193,106 L193,${bottom}`)}${seam(cloth, `M207,106 L207,${bottom}`)}
  ${[122, 166, 210, 254, 298, 342, 386].map((y) => svg`<circle cx="200" cy=${y} r="3.4" fill="#f4efe6" stroke=${cloth.inside} stroke-width="1"></circle>`)}`;

const pocket = (cloth: Cloth): SVGTemplateResult => seam(cloth, 'M228,172 L272,172 L272,214 L250,226 L228,214 Z M228,181 L272,181');

/** A shirt, laid flat. */
export function drawShirt(cloth: Cloth, cut: 'men' | 'women'): SVGTemplateResult {
  return cut === 'men'
    ? svg`${mirrored(half(cloth))}${placket(cloth, 423)}${pocket(cloth)}${collar(cloth)}`
    : svg`${mirrored(womensHalf(cloth))}${placket(cloth, 419)}${collar(cloth)}`;
}
