/** What is said about keeping measurements for the next visit. `{name}` stands for a value. */
export interface KeptTexts {
  readonly title: string;
  readonly ask: string;
  readonly means: string;
  readonly kept: string;
  readonly keptForPage: string;
  readonly forget: string;
  readonly gone: string;
  readonly stuck: string;
  readonly failed: string;
  readonly welcome: string;
  readonly measured: string;
  readonly fits: string;
  readonly fitsBetween: string;
  readonly fitsNone: string;
  readonly use: string;
  readonly again: string;
  readonly ready: string;
  readonly readyLead: string;
  readonly showFitting: string;
}

export const KEPT_TEXTS_EN: KeptTexts = {
  title: 'For your next visit',
  ask: 'Keep my measurements on this device, encrypted',
  means: 'They stay in this browser, for this shop alone, and are sent to nobody. The key cannot be read out by any script. Delete them with one press; after a year they go by themselves.',
  kept: 'Your measurements are kept on this device, encrypted.',
  keptForPage: 'This browser keeps nothing: your measurements last until you close this page.',
  forget: 'Delete my measurements',
  gone: 'Your measurements are deleted.',
  stuck: 'The browser did not answer. Your measurements may still be there; please try again.',
  failed: 'They could not be kept. Your size is not affected.',
  welcome: 'Welcome back',
  measured: 'Measured {when}.',
  fits: 'Size {size} is your best choice.',
  fitsBetween: 'You are between {smaller} and {larger}.',
  fitsNone: 'No size of this one can be advised.',
  use: 'Use these measurements',
  again: 'Measure again',
  ready: 'You are measured',
  readyLead: 'Now the list can show what fits you.',
  showFitting: 'Show what fits me',
};

export const KEPT_TEXTS_VI: KeptTexts = {
  title: 'Cho lần sau',
  ask: 'Giữ số đo trên máy này, có mã hóa',
  means: 'Số đo chỉ nằm trong trình duyệt này, chỉ cho cửa hàng này, không gửi cho ai. Không đoạn mã nào đọc được khóa. Bạn xóa bằng một lần bấm; sau một năm số đo tự xóa.',
  kept: 'Số đo của bạn được giữ trên máy này, có mã hóa.',
  keptForPage: 'Trình duyệt này không lưu gì: số đo chỉ còn tới khi bạn đóng trang.',
  forget: 'Xóa số đo của tôi',
  gone: 'Đã xóa số đo của bạn.',
  stuck: 'Trình duyệt chưa trả lời. Số đo có thể vẫn còn; bạn thử lại nhé.',
  failed: 'Chưa giữ được số đo. Size của bạn không bị ảnh hưởng.',
  welcome: 'Chào bạn trở lại',
  measured: 'Số đo lấy {when}.',
  fits: 'Size {size} hợp với bạn nhất.',
  fitsBetween: 'Bạn ở giữa {smaller} và {larger}.',
  fitsNone: 'Món này chưa có size để gợi ý.',
  use: 'Dùng số đo này',
  again: 'Đo lại',
  ready: 'Đã có số đo của bạn',
  readyLead: 'Giờ danh sách có thể chỉ hiện món vừa với bạn.',
  showFitting: 'Xem món vừa với tôi',
};
