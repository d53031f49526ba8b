/** What the button says; the dialog's texts come with the dialog. `{size}` stands for the size. */
export interface FinderTexts {
  readonly find: string;
  readonly chosen: string;
  readonly failed: string;
  /** Whatever the shop set up wrongly is none of the shopper's business. */
  readonly misconfigured: string;
}

export const FINDER_TEXTS: Readonly<Record<'vi' | 'en', FinderTexts>> = {
  vi: { find: 'Tìm size vừa với bạn', chosen: 'Size của bạn: {size}', failed: 'Chưa mở được phần tìm size. Bạn kiểm tra mạng rồi thử lại.', misconfigured: 'Phần tìm size hiện chưa dùng được ở đây.' },
  en: { find: 'Find my size', chosen: 'Your size: {size}', failed: 'The size finder could not be opened. Check your connection and try again.', misconfigured: 'The size finder is not available here just now.' },
};
