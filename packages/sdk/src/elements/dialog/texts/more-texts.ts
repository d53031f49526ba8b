import type { BodyCueName, BodyCues } from '@vua/models/body';
import type { SurerMeans } from '@vua/models/size';

type CueWords = { readonly [Name in BodyCueName]: Readonly<Record<NonNullable<BodyCues[Name]>, string>> };

/** What is said about making an answer surer. `{name}` stands for a value. */
export interface MoreTexts {
  readonly title: string;
  /** Means and zone, with the share that the interval would shrink by. */
  readonly means: Readonly<Record<SurerMeans, string>>;
  readonly act: Readonly<Record<Exclude<SurerMeans, 'scan'>, string>>;
  readonly open: string;
  readonly openNote: string;
  readonly step: string;
  readonly skip: string;
  readonly next: string;
  readonly before: string;
  readonly finish: string;
  readonly end: string;
  readonly change: string;
  readonly unsaid: string;
  readonly massAdd: string;
  readonly usual: string;
  readonly usualNote: string;
  readonly otherBrands: string;
  readonly here: string;
  readonly cut: string;
  readonly cues: Readonly<Record<BodyCueName, string>>;
  readonly cueNote: string;
  readonly words: CueWords;
  readonly gained: string;
  readonly unchanged: string;
  readonly wider: string;
  readonly contradicting: Readonly<Record<'camera' | 'answers', string>>;
  readonly failed: string;
  readonly scanAgain: string;
}

export const MORE_TEXTS_EN: MoreTexts = {
  title: 'Make it surer',
  means: {
    scan: 'A camera scan with front and side view: {zone} about {percent} more exact',
    mass: 'Your weight: {zone} about {percent} more exact',
    sex: 'Women’s or men’s shape: {zone} about {percent} more exact',
    retake: 'The pictures were hard to read. Taken again: {zone} about {percent} more exact',
  },
  act: { mass: 'Add my weight', sex: 'Say which', retake: 'Take them again' },
  open: 'Answer short questions ({count})',
  openNote: 'You can skip every one.',
  step: 'Question {at} of {count}',
  skip: 'Skip',
  next: 'Next',
  before: 'Back one question',
  finish: 'Done',
  end: 'Thank you. Everything you told is in your answer.',
  change: 'Change my answers',
  unsaid: 'Not sure',
  massAdd: 'Use it',
  usual: 'Which size do you usually wear?',
  usualNote: 'Tops and bottoms that fit you well.',
  otherBrands: 'In other brands',
  here: 'Of this garment, if you own it',
  cut: 'Women’s or men’s sizes?',
  cues: { shoulders: 'Your shoulders, next to your hips', tummy: 'Your tummy, next to your hips', bust: 'Your chest, next to your waist', legs: 'Your legs, for your height' },
  cueNote: 'Next to people of your height and weight.',
  words: {
    shoulders: { narrow: 'Narrow', average: 'Average', broad: 'Broad' },
    tummy: { flat: 'Flat', average: 'Average', round: 'Round' },
    bust: { small: 'Small', average: 'Average', full: 'Full' },
    legs: { short: 'Short', average: 'Average', long: 'Long' },
  },
  gained: 'Surer now. {zone}: to within {now} cm, before {before} cm.',
  unchanged: 'This changes little. {zone}: to within {now} cm.',
  wider: 'Less sure now. {zone}: to within {now} cm, before {before} cm.',
  contradicting: {
    camera: 'Your answers and the pictures do not quite agree, so your answer is less sure now. That happens: brands differ, and so do clothes in a picture. Change an answer, or scan again.',
    answers: 'Your answers do not quite go together, so your answer is less sure now. That happens: brands differ. Change one if you like.',
  },
  failed: 'This answer could not be used just now. Your size stays as it was.',
  scanAgain: 'Scan again',
};

export const MORE_TEXTS_VI: MoreTexts = {
  title: 'Để chắc chắn hơn',
  means: {
    scan: 'Quét bằng camera, mặt trước và đứng nghiêng: {zone} chính xác hơn khoảng {percent}',
    mass: 'Cân nặng của bạn: {zone} chính xác hơn khoảng {percent}',
    sex: 'Dáng nữ hay nam: {zone} chính xác hơn khoảng {percent}',
    retake: 'Hình lần này khó đọc. Chụp lại: {zone} chính xác hơn khoảng {percent}',
  },
  act: { mass: 'Thêm cân nặng', sex: 'Chọn dáng', retake: 'Chụp lại' },
  open: 'Trả lời câu hỏi ngắn ({count})',
  openNote: 'Câu nào cũng có thể bỏ qua.',
  step: 'Câu {at} trên {count}',
  skip: 'Bỏ qua',
  next: 'Tiếp',
  before: 'Lùi một câu',
  finish: 'Xong',
  end: 'Cảm ơn bạn. Mọi câu trả lời đã được tính vào kết quả.',
  change: 'Sửa câu trả lời',
  unsaid: 'Không rõ',
  massAdd: 'Dùng số này',
  usual: 'Bạn thường mặc size nào?',
  usualNote: 'Áo, quần mà bạn mặc thấy vừa.',
  otherBrands: 'Ở hãng khác',
  here: 'Của chính món này, nếu bạn đã có',
  cut: 'Size nữ hay size nam?',
  cues: { shoulders: 'Vai của bạn, so với hông', tummy: 'Bụng của bạn, so với hông', bust: 'Ngực của bạn, so với eo', legs: 'Chân của bạn, so với chiều cao' },
  cueNote: 'So với người cùng chiều cao, cân nặng.',
  words: {
    shoulders: { narrow: 'Hẹp', average: 'Trung bình', broad: 'Rộng' },
    tummy: { flat: 'Phẳng', average: 'Trung bình', round: 'Tròn' },
    bust: { small: 'Nhỏ', average: 'Trung bình', full: 'Đầy đặn' },
    legs: { short: 'Ngắn', average: 'Trung bình', long: 'Dài' },
  },
  gained: 'Chắc chắn hơn rồi. {zone}: sai lệch trong {now} cm, trước đó {before} cm.',
  unchanged: 'Câu này không thay đổi nhiều. {zone}: sai lệch trong {now} cm.',
  wider: 'Giờ kém chắc chắn hơn. {zone}: sai lệch trong {now} cm, trước đó {before} cm.',
  contradicting: {
    camera: 'Câu trả lời và hình ảnh chưa khớp nhau lắm, nên kết quả giờ kém chắc chắn hơn. Chuyện này hay gặp: mỗi hãng một khác, quần áo trong hình cũng vậy. Bạn sửa một câu, hoặc quét lại nhé.',
    answers: 'Các câu trả lời chưa khớp nhau lắm, nên kết quả giờ kém chắc chắn hơn. Chuyện này hay gặp: mỗi hãng một khác. Bạn có thể sửa một câu.',
  },
  failed: 'Chưa dùng được câu trả lời này. Size của bạn vẫn như trước.',
  scanAgain: 'Quét lại',
};
