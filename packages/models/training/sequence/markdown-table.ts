/** A table as Markdown has it. */
export const table = (titles: readonly string[], rows: readonly (readonly string[])[]): string => [titles, titles.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
