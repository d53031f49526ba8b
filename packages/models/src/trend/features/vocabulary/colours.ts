import { type AttributeRow, attributesOf } from './attribute-rows.ts';

// `xanh` alone is blue or green: only what follows tells, so alone it is no colour here.
const ROWS: readonly AttributeRow[] = [
  ['black', 'đen', 'black', 'màu đen|đen tuyền|đen trơn', 'jet black|all black', undefined, '#19191b'],
  ['white', 'trắng', 'white', 'màu trắng|trắng tinh|trắng muốt|trắng sữa', 'off white|all white', undefined, '#f7f7f7'],
  ['grey', 'xám', 'grey', 'màu xám|xám tiêu|xám ghi|xám tro|màu ghi|xám khói', 'gray|charcoal|heather grey|slate grey', undefined, '#838486'],
  ['beige', 'be', 'beige', 'màu be|màu beige|trắng be|be sáng|be đậm|be nâu|nâu be|áo be|váy be|quần be|đầm be|vest be|màu nude be', 'oatmeal|ecru|sand beige', 'be', '#d8c3a4'],
  ['cream', 'kem', 'cream', 'màu kem|trắng kem|kem sữa|trắng ngà', 'ivory|off-white cream|creamy white', 'kem|cream|vanilla', '#f5ead0'],
  ['brown', 'nâu', 'brown', 'màu nâu|nâu tây|nâu cà phê|nâu socola|nâu đất|nâu trầm', 'chocolate brown|coffee brown|espresso brown|mocha brown', 'chocolate|mocha', '#5b3a25'],
  ['camel', 'lạc đà', 'camel', 'màu camel|nâu bò|màu lạc đà|vàng bò|nâu da bò', 'camel brown|caramel brown', 'lạc đà|tan|caramel', '#b98a54'],
  ['khaki', 'màu kaki', 'khaki', 'màu khaki|xanh kaki|be kaki', 'khaki green'],
  ['olive', 'xanh rêu', 'olive', 'màu rêu|rêu đậm|xanh quân đội|xanh bộ đội|xanh ô liu|xanh olive', 'olive green|army green|military green|moss green', 'rêu|olive', '#6a6a30'],
  ['green', 'xanh lá', 'green', 'xanh lá cây|xanh lá đậm|xanh cốm|màu xanh lá|xanh lục|xanh ngọc lục bảo', 'emerald green|forest green|bottle green|sage green|dark green', 'emerald|sage', '#23803f'],
  ['mint', 'xanh bạc hà', 'mint', 'xanh mint|màu mint|màu bạc hà', 'mint green|pistachio green', 'mint|bạc hà', '#a9dfc5'],
  ['teal', 'xanh cổ vịt', 'teal', 'cổ vịt|màu cổ vịt|xanh ngọc|xanh lam ngọc', 'turquoise|petrol blue', undefined, '#11737b'],
  ['blue', 'xanh dương', 'blue', 'xanh nước biển|xanh biển|xanh lam|xanh coban|xanh cobalt|màu xanh dương|xanh hoàng gia', 'royal blue|cobalt blue|cobalt|electric blue|bright blue', undefined, '#2259c6'],
  ['navy', 'xanh navy', 'navy', 'xanh than|tím than|xanh tím than|xanh đen|màu navy|màu xanh than', 'navy blue|dark navy|midnight blue', undefined, '#17213f'],
  ['sky', 'xanh da trời', 'sky blue', 'xanh sky|xanh baby|xanh biển nhạt|xanh dương nhạt|xanh blue nhạt', 'baby blue|light blue|powder blue|pale blue|ice blue', undefined, '#9dc9ed'],
  ['purple', 'tím', 'purple', 'màu tím|tím đậm|tím cà|tím huế', 'plum purple|deep purple|violet', 'plum', '#602c88'],
  ['lavender', 'tím nhạt', 'lavender', 'tím lilac|tím lavender|tím pastel|tím oải hương|màu lavender|màu lilac|tím khoai môn', 'lilac|pale purple', 'lavender', '#c0aee0'],
  ['pink', 'hồng', 'pink', 'màu hồng|hồng phấn|hồng nhạt|hồng pastel|hồng đất|hồng baby|hồng dâu|hồng ruốc', 'baby pink|dusty pink|dusty rose|blush pink|pale pink|rose pink', 'hồng|blush', '#f3b5c5'],
  ['hot-pink', 'hồng cánh sen', 'hot pink', 'hồng sen|hồng fuchsia|hồng neon|hồng đậm|màu cánh sen', 'fuchsia|magenta|neon pink|barbie pink', undefined, '#e52f89'],
  ['red', 'đỏ', 'red', 'màu đỏ|đỏ tươi|đỏ cờ|đỏ cherry', 'cherry red|bright red|scarlet', undefined, '#c71d23'],
  ['burgundy', 'đỏ đô', 'burgundy', 'đỏ rượu|đỏ mận|đỏ rượu vang|màu rượu vang|màu mận chín|đỏ burgundy', 'maroon|bordeaux|oxblood|wine red|dark red', undefined, '#681526'],
  ['orange', 'cam', 'orange', 'màu cam|cam đất|cam neon|cam cháy|cam gạch|đỏ cam', 'burnt orange|neon orange|bright orange|rust orange', 'cam|orange', '#ee7c1e'],
  ['coral', 'cam san hô', 'coral', 'màu san hô|hồng san hô|hồng cam', 'coral pink|salmon pink', 'coral|salmon|san hô|peach', '#f57f6e'],
  ['yellow', 'vàng', 'yellow', 'màu vàng|vàng chanh|vàng tươi|vàng nhạt|vàng bơ|vàng pastel', 'butter yellow|lemon yellow|pastel yellow', 'vàng', '#f6d930'],
  ['mustard', 'vàng mù tạt', 'mustard', 'vàng nghệ|vàng đất|màu mù tạt|vàng mustard', 'mustard yellow|ochre', 'mustard|mù tạt', '#c6961d'],
  ['gold', 'vàng ánh kim', 'gold', 'vàng gold|ánh vàng|màu vàng kim|vàng đồng|nhũ vàng', 'rose gold|metallic gold|golden', 'gold|golden'],
  ['silver', 'bạc', 'silver', 'ánh bạc|màu bạc|nhũ bạc|xám bạc', 'metallic silver|silvery', 'bạc|silver'],
  ['nude', 'màu nude', 'nude', 'màu da|hồng nude|tông nude', 'nude pink|skin tone', 'nude'],
];

export const COLOURS = attributesOf('colour', ROWS);
