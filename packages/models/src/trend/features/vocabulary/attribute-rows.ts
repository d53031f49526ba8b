import type { AttributeKind, FashionAttribute } from '../attribute-vocabulary.ts';

/** Name, label in Vietnamese and in English; further phrases in both, and weak ones, with `|` between. Labels are phrases too, unless they are weak. */
export type AttributeRow = readonly [name: string, labelVi: string, labelEn: string, vi?: string, en?: string, weak?: string, swatch?: string];

export function attributesOf(kind: AttributeKind, rows: readonly AttributeRow[]): readonly FashionAttribute[] {
  return rows.map(([name, labelVi, labelEn, vi, en, weakText, swatch]) => {
    const weak = split(weakText);
    const phrases = (label: string, more: string | undefined): string[] => [label, ...split(more)].filter((phrase) => !weak.includes(phrase));
    return { id: `${kind}:${name}` as const, kind, label: { vi: labelVi.replace(/^=/, ''), en: labelEn }, phrases: { vi: phrases(labelVi, vi), en: phrases(labelEn, en), weak }, ...(swatch === undefined ? {} : { swatch }) };
  });
}

const split = (text = ''): string[] => (text === '' ? [] : text.split('|'));
