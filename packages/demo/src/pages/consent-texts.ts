import type { Language } from '../i18n/language.ts';
import type { Purpose } from '../tracking/shop-consent.ts';

const VI = {
  title: 'Quyền riêng tư',
  ask: 'Cho cửa hàng biết bạn xem và chọn gì, cùng số đo làm tròn không kèm mã nào, để bày hàng và đặt size tốt hơn nhé? Bạn chưa trả lời thì chưa có gì được gửi đi.',
  accept: 'Đồng ý', refuse: 'Từ chối', choose: 'Tùy chọn', save: 'Lưu lựa chọn', close: 'Đóng',
  acceptAll: 'Đồng ý tất cả', refuseAll: 'Từ chối tất cả',
  lead: 'Ảnh không bao giờ rời máy của bạn. Những phần sau chỉ chạy khi bạn đồng ý, và bạn đổi ý lúc nào cũng được.',
  names: { analytics: 'Phân tích', personalization: 'Cá nhân hóa', statistics: 'Thống kê số đo' } satisfies Record<Purpose, string> as Record<Purpose, string>,
  notes: {
    analytics: 'Bạn xem món nào, size nào được gợi ý, thêm gì vào giỏ. Kèm một mã ngẫu nhiên sống nhiều nhất 24 giờ.',
    personalization: 'Gắn những điều trên với tài khoản của bạn ở cửa hàng, nếu bạn có.',
    statistics: 'Số đo làm tròn đến xăng-ti-mét, không kèm mã nào, gửi sau vài giờ, để cửa hàng đặt đúng size.',
  } satisfies Record<Purpose, string> as Record<Purpose, string>,
  byBrowser: 'Trình duyệt của bạn yêu cầu không theo dõi, nên phần này luôn tắt.',
  byBrowserShort: 'Trình duyệt của bạn yêu cầu không theo dõi; cửa hàng làm theo.',
  change: 'Đổi lựa chọn riêng tư',
};

export type ConsentTexts = typeof VI;

const EN: ConsentTexts = {
  title: 'Privacy',
  ask: 'May the shop learn what you look at and choose, and your rounded measurements without an id, to show and size its clothes better? Nothing is sent before you answer.',
  accept: 'Accept', refuse: 'Refuse', choose: 'Choose', save: 'Save choices', close: 'Close',
  acceptAll: 'Accept all', refuseAll: 'Refuse all',
  lead: 'Pictures never leave your device. What follows happens only if you agree, and you can change your mind at all times.',
  names: { analytics: 'Analytics', personalization: 'Personalization', statistics: 'Measurement statistics' },
  notes: {
    analytics: 'Which items you view, which size is advised, what you put into the bag. With a random id that lives at most 24 hours.',
    personalization: 'Ties the above to your account at the shop, if you have one.',
    statistics: 'Measurements rounded to centimetres, without an id, sent hours later, so that the shop orders the right sizes.',
  },
  byBrowser: 'Your browser asks not to be tracked, so this stays off.',
  byBrowserShort: 'Your browser asks not to be tracked; the shop follows it.',
  change: 'Change privacy choices',
};

/** What a shopper reads before they choose; a change of it needs a new `CONSENT_TEXT_VERSION`. */
export const CONSENT_TEXTS: Readonly<Record<Language, ConsentTexts>> = { vi: VI, en: EN };
