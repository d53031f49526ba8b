import type { RecommendationBadge, RecommendationReason } from '@vua/models/contracts';
import type { Emptiness } from '../../actions/recommendations/ask-recommendations.ts';
import type { HeadingName, NoteName } from './heading-of.ts';

/** `{item}` stands for an item's name, `{size}` for a size, `{sizes}` for one or two. */
export interface RecommendationTexts {
  readonly headings: Readonly<Record<HeadingName, string>>;
  /** How a list that is not about the shopper was chosen. */
  readonly notes: Readonly<Record<NoteName, string>>;
  /** Empty: nothing is said. */
  readonly reasons: Readonly<Record<RecommendationReason['type'], string>>;
  /** Where the item of a reason is gone. */
  readonly reasonWithoutItem: string;
  readonly badges: Readonly<Record<RecommendationBadge, string>>;
  readonly empty: Readonly<Record<Emptiness, string>>;
  readonly sizeInStock: string;
  readonly size: string;
  readonly or: string;
  readonly regularPrice: string;
  readonly salePrice: string;
  readonly dismiss: string;
  readonly dismissed: string;
  readonly undo: string;
  readonly restore: string;
  readonly loading: string;
}

const VI: RecommendationTexts = {
  headings: {
    'for-you': 'Dành cho bạn', similar: 'Sản phẩm tương tự', 'goes-with': 'Mặc cùng món này', 'after-purchase': 'Hợp với món bạn vừa mua', suggestions: 'Gợi ý',
    'recently-seen': 'Bạn đã xem gần đây', 'second-hand': 'Đồ cũ đang bán', 'second-hand-alike': 'Đồ cũ tương tự', sorted: 'Xếp cho bạn', trending: 'Đang được quan tâm', popular: 'Được ưa chuộng ở cửa hàng', 'popular-in-size': 'Được mua nhiều ở size {size}',
    new: 'Mới về', shop: 'Cũng có trong cửa hàng',
  },
  notes: {
    'by-likeness': 'Theo kiểu dáng, màu, giá và những gì người khác cũng xem.', 'by-purchases': 'Những món hay được mua cùng nhau.', 'by-wear': 'Những món thường mặc cùng nhau.',
    'by-trend': 'Nhiều người xem hơn thường ngày; không dựa trên bạn.', 'by-crowd': 'Theo lựa chọn của nhiều người mua; không dựa trên bạn.', 'by-arrival': 'Những món mới nhất; không dựa trên bạn.',
    'by-shop': 'Theo thứ tự của cửa hàng; không dựa trên bạn.',
  },
  reasons: {
    'because-viewed': 'Vì bạn đã xem {item}', 'because-bought': 'Vì bạn đã mua {item}', 'goes-with': 'Mặc cùng {item}', 'bought-together': 'Hay được mua cùng {item}', 'similar-to': 'Giống {item}',
    'for-you': 'Theo những món bạn đã xem', popular: 'Nhiều người chọn', trending: 'Đang được quan tâm', new: 'Mới về', 'seen-before': 'Bạn đã xem', 'popular-in-size': 'Được mua nhiều ở size {size}',
    'second-hand': '', 'chosen-by-shop': 'Cửa hàng giới thiệu', 'as-listed': '',
  },
  reasonWithoutItem: 'Theo những món bạn đã xem',
  badges: { 'for-you': 'Dành cho bạn', popular: 'Ưa chuộng', trending: 'Xu hướng', new: 'Mới', 'second-hand': 'Đồ cũ' },
  empty: {
    'nothing-fits': 'Chưa có món nào còn size vừa với bạn. Bạn quay lại sau nhé.', 'all-dismissed': 'Bạn đã ẩn hết các gợi ý ở đây.', 'nothing-seen': 'Những món bạn xem sẽ hiện ở đây.',
    'nothing-found': 'Chưa có gợi ý nào phù hợp lúc này.',
  },
  sizeInStock: 'Còn size {sizes} của bạn', size: 'Size {sizes}', or: 'hoặc', regularPrice: 'Giá thường', salePrice: 'Giá khuyến mãi',
  dismiss: 'Ẩn {item}', dismissed: 'Đã ẩn {item}.', undo: 'Hoàn tác', restore: 'Hiện lại', loading: 'Đang tải gợi ý',
};

const EN: RecommendationTexts = {
  headings: {
    'for-you': 'For you', similar: 'Similar items', 'goes-with': 'Goes with it', 'after-purchase': 'Goes with what you bought', suggestions: 'Suggestions',
    'recently-seen': 'Recently viewed', 'second-hand': 'Pre-owned', 'second-hand-alike': 'Similar, pre-owned', sorted: 'Sorted for you', trending: 'Trending now', popular: 'Popular in this shop', 'popular-in-size': 'Often bought in size {size}',
    new: 'New in', shop: 'Also in this shop',
  },
  notes: {
    'by-likeness': 'By cut, colour, price and what others viewed too.', 'by-purchases': 'What is often bought together.', 'by-wear': 'What is usually worn together.',
    'by-trend': 'Viewed more than usual; not based on you.', 'by-crowd': 'What many shoppers choose; not based on you.', 'by-arrival': 'The latest arrivals; not based on you.',
    'by-shop': 'In the shop’s own order; not based on you.',
  },
  reasons: {
    'because-viewed': 'Because you viewed {item}', 'because-bought': 'Because you bought {item}', 'goes-with': 'Goes with {item}', 'bought-together': 'Often bought with {item}', 'similar-to': 'Similar to {item}',
    'for-you': 'Based on what you viewed', popular: 'Many shoppers choose it', trending: 'Trending now', new: 'New in', 'seen-before': 'You viewed it', 'popular-in-size': 'Often bought in size {size}',
    'second-hand': '', 'chosen-by-shop': 'Picked by the shop', 'as-listed': '',
  },
  reasonWithoutItem: 'Based on what you viewed',
  badges: { 'for-you': 'For you', popular: 'Popular', trending: 'Trending', new: 'New', 'second-hand': 'Pre-owned' },
  empty: {
    'nothing-fits': 'Nothing is in stock in your size just now. Please look again later.', 'all-dismissed': 'You have hidden every suggestion here.', 'nothing-seen': 'What you view will appear here.',
    'nothing-found': 'There is nothing to suggest just now.',
  },
  sizeInStock: 'Your size {sizes} is in stock', size: 'Size {sizes}', or: 'or', regularPrice: 'Regular price', salePrice: 'Sale price',
  dismiss: 'Hide {item}', dismissed: '{item} is hidden.', undo: 'Undo', restore: 'Show them again', loading: 'Loading suggestions',
};

export const RECOMMENDATION_TEXTS: Readonly<Record<'vi' | 'en', RecommendationTexts>> = { vi: VI, en: EN };
