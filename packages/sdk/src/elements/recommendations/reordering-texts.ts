/** `{place}` stands for a number, `{reason}` for why. */
export interface ReorderingTexts {
  readonly sorted: string;
  /** Where the first pieces keep their places. */
  readonly sortedFrom: string;
  readonly inShopOrder: string;
  readonly showShopOrder: string;
  readonly sortAgain: string;
}

const VI: ReorderingTexts = {
  sorted: 'Xếp cho bạn. {reason}', sortedFrom: 'Từ món thứ {place}, xếp cho bạn. {reason}', inShopOrder: 'Theo thứ tự của cửa hàng.',
  showShopOrder: 'Xem thứ tự của cửa hàng', sortAgain: 'Xếp cho tôi',
};

const EN: ReorderingTexts = {
  sorted: 'Sorted for you. {reason}', sortedFrom: 'From item {place} on, sorted for you. {reason}', inShopOrder: 'In the shop’s order.',
  showShopOrder: 'Show the shop’s order', sortAgain: 'Sort for me',
};

export const REORDERING_TEXTS: Readonly<Record<'vi' | 'en', ReorderingTexts>> = { vi: VI, en: EN };
