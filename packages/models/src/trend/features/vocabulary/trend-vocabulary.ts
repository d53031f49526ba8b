import type { AttributeVocabulary } from '../attribute-vocabulary.ts';
import { COLOURS } from './colours.ts';
import { FABRICS } from './fabrics.ts';
import { GARMENTS } from './garments.ts';
import { PATTERNS } from './patterns.ts';
import { SILHOUETTES } from './silhouettes.ts';

const SILENT = `hoa hồng|hoa sen|hoa văn|hoa hậu|hoa quả|nước hoa|hồng trà|hồng ngoại|tóc hồng|môi hồng|má hồng|quả hồng|ăn kem|kem dưỡng|kem nền|kem chống nắng|kem tràng tiền|kem trộn|que kem
|nước cam|quả cam|trái cam|cam kết|cam đoan|cam sành|vắt cam|giá vàng|nắng vàng|vàng 9999|vàng miếng|vàng 24k|vàng 18k|tóc vàng|cây vàng|bạc ta|trang sức bạc|tiền bạc|trà xanh|trời xanh|xanh sm|cây xanh|rau xanh
|tím tím|đỏ mặt|đèn đỏ|rượu vang đỏ|ớt đỏ|vang đỏ|trắng đêm|trắng da|da trắng|trắng răng|răng trắng|gạo trắng|đen đủi|cà phê đen|cafe đen|đường đen|tóc đen|số đen|mực đen|tóc nâu|đường nâu|mắt nâu
|da nâu|da ngăm|da đen|da vàng|bạc màu|velvet underground|belt it out|da mặt|da dầu|da khô|làn da|da dẻ|chăm da|dưỡng da|sữa rửa|len lỏi|năn nỉ|đầm ấm|đầm lầy|cổ vest|mũ bảo hiểm|túi hộp|có túi|rêu phong|lạc đà không bướu|móc khóa|bút chì kẻ mày|san hô biển|chấm com
|be like|to be|will be|can be|should be|be the|be a|be so|it be
|black friday|black mirror|black coffee|black tea|black hole|black box|black pink|blackpink|white noise|white wine|white lie|white rice|white house|white chocolate|red flag|red flags|red bull|redbull|red wine|red carpet|red lip|red lipstick
|red hair|red light|green flag|green tea|green light|green beans|going green|green energy|blue monday|blue moon|blue light|blue lagoon|feeling blue|the blues|out of the blue|brown sugar|brown rice|grey area|gray area|pink floyd|pink eye|yellow pages
|orange juice|fresh orange|ice cream|cream cheese|face cream|eye cream|hand cream|sun cream|olive oil|olive garden|golden hour|golden retriever|gold medal|silver lining|nude lipstick|nude lip|coral lip|coral nails|coral reef|coral lipstick
|hot dog with mustard|mint tea|mint chocolate|dress code|dress up|dressing room|lace up|suit yourself|suits you|suits me|cap này|no cap|cap lại|mini game|minigame|mini vlog|mini me|bag of|bed linen|cotton candy|cotton pads|silk road|silk press
|velvet cake|red velvet cake|leather seats|mint condition|plain rice|bow down|hair bow|skinny dip|skinny latte|hot pot|jean paul|bomber man|crepe cake|crepe sầu riêng|bamboo airways|bánh crepe|mesh wifi`;

const CONTEXT = 'màu|mầu|tone|tông|sắc|color|colour|colors|colours|in|set|viền|nút|họa tiết|chất|tất|bộ|print';

const CLOTHING = 'áo|quần|giày|dép|túi|khoác|đồ|vải|mặc|diện|phối đồ|form|thời trang|top|tops|outfit|outfits|ootd|wear|wears|wearing|wore|worn|wardrobe|closet|fabric|sleeves|fashion';

const FILLERS = `outfit|outfits|ootd|style|styles|fashion|look|lookbook|lover|love|girl|girls|boy|vn|vietnam|saigon|sg|hanoi|hn|hcm|hue|dalat|summer|spring|autumn|fall|winter|he|thu|dong|xuan|tet|2024|2025|2026|dep|xinh|re|nu|nam|be|thietke|caocap|cachtan|shop|store|set|for|women|men|mens|womens
|mau|vai|ao|quan|vay|giay|tui|phoido|phoi|do|di|du|tiec|cong|so|xoe|bien|dibien|dilam|congso|dutiec|hanquoc|han|basic|vintage|freesize|sale|new|newin|season|trend|trends|trending|core|aesthetic|inspo|inspiration|of|the|day|and|my|mac|thoitrang|local|brand|localbrand|streetwear|y2k|daily|everyday|street|top|body|len|dai|ngan|handmade|chup|anh|chupanh|ngaynay`;

/** Attributes of fashion in Vietnamese and English. A shop adds its own with {@link extendVocabulary}. */
export const TREND_VOCABULARY: AttributeVocabulary = {
  attributes: [...COLOURS, ...FABRICS, ...GARMENTS, ...PATTERNS, ...SILHOUETTES],
  silent: words(SILENT),
  context: words(CONTEXT),
  clothing: words(CLOTHING),
  hashtagFillers: words(FILLERS),
};

function words(text: string): readonly string[] {
  return [...new Set(text.split('|').map((word) => word.trim()).filter((word) => word !== ''))];
}
