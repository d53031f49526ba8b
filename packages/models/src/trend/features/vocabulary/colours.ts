import { type AttributeRow, attributesOf } from './attribute-rows.ts';

// `xanh` alone is blue or green: only what follows tells, so alone it is no colour here.
const ROWS: readonly AttributeRow[] = [
  ['black', 'đen', 'black', 'đen tuyền|màu than|đen nhám', 'jet black|all black', undefined, '#19191b'],
  ['white', 'trắng', 'white', 'trắng tinh|trắng muốt|trắng sữa', 'off white|all white', undefined, '#f7f7f7'],
  ['grey', 'xám', 'grey', 'muối tiêu|xám tiêu|xám ghi|xám tro|xám khói', 'gray|charcoal|heather grey|slate grey', 'ghi', '#838486'],
  ['beige', 'be', 'beige', 'trắng be|be sáng|be đậm|be nâu|nâu be|áo be|váy be|quần be|đầm be|vest be', 'oatmeal|ecru|sand beige', 'be|oat', '#d8c3a4'],
  ['cream', 'kem', 'cream', 'trắng kem|kem sữa|trắng ngà', 'ivory|off-white cream|creamy white', 'kem|cream|vanilla', '#f5ead0'],
  ['brown', 'nâu', 'brown', 'nâu tây|nâu cà phê|nâu socola|nâu đất|nâu trầm', 'chocolate brown|coffee brown|espresso brown|mocha brown', 'chocolate|mocha|espresso', '#5b3a25'],
  ['camel', 'lạc đà', 'camel', 'nâu bò|vàng bò|nâu da bò', 'camel brown|caramel brown', 'lạc đà|tan|caramel', '#b98a54'],
  ['khaki', 'màu kaki', 'khaki', 'xanh kaki|be kaki', 'khaki green'],
  ['olive', 'xanh rêu', 'olive', 'rêu đậm|xanh quân đội|xanh bộ đội|nâu rêu|xanh ô liu|xanh olive', 'olive green|army green|military green|moss green', 'rêu|olive', '#6a6a30'],
  ['green', 'xanh lá', 'green', 'xanh lá cây|xanh lá đậm|xanh cốm|xanh lục|xanh ngọc bích|ngọc bích|xanh ngọc lục bảo', 'emerald green|forest green|bottle green|sage green|dark green', 'emerald|sage', '#23803f'],
  ['mint', 'xanh bạc hà', 'mint', 'xanh mint', 'mint green|pistachio green', 'mint|bạc hà', '#a9dfc5'],
  ['teal', 'xanh cổ vịt', 'teal', 'cổ vịt|xanh ngọc|xanh lam ngọc', 'turquoise|petrol blue', undefined, '#11737b'],
  ['blue', 'xanh dương', 'blue', 'xanh nước biển|xanh biển|xanh lam|xanh coban|xanh cobalt|xanh hoàng gia', 'royal blue|cobalt blue|cobalt|electric blue|bright blue', undefined, '#2259c6'],
  ['navy', 'xanh navy', 'navy', 'xanh than|tím than|xanh tím than|xanh đen', 'navy blue|dark navy|midnight blue', undefined, '#17213f'],
  ['sky', 'xanh da trời', 'sky blue', 'xanh sky|xanh baby|xanh biển nhạt|xanh dương nhạt|xanh blue nhạt', 'baby blue|light blue|powder blue|pale blue|ice blue', undefined, '#9dc9ed'],
  ['purple', 'tím', 'purple', 'tím đậm|tím cà|tím huế', 'plum purple|deep purple|violet', 'plum', '#602c88'],
  ['lavender', 'tím nhạt', 'lavender', 'tím lilac|tím lavender|tím pastel|tím oải hương|tím khoai môn', 'lilac|pale purple', 'lavender', '#c0aee0'],
  ['pink', 'hồng', 'pink', 'hồng phấn|hồng nhạt|hồng pastel|hồng đất|hồng baby|hồng dâu|hồng ruốc', 'baby pink|dusty pink|dusty rose|blush pink|pale pink|rose pink', 'hồng|blush', '#f3b5c5'],
  ['hot-pink', 'hồng cánh sen', 'hot pink', 'hồng sen|hồng fuchsia|hồng neon|hồng đậm', 'fuchsia|magenta|neon pink|barbie pink', undefined, '#e52f89'],
  ['red', 'đỏ', 'red', 'đỏ tươi|đỏ cờ|đỏ cherry', 'cherry red|bright red|scarlet', undefined, '#c71d23'],
  ['burgundy', 'đỏ đô', 'burgundy', 'đỏ rượu|đỏ mận|mận chín|đỏ rượu vang|rượu vang|rượu chát|màu rượu|đỏ burgundy', 'maroon|bordeaux|oxblood|wine red|dark red', undefined, '#681526'],
  ['orange', 'cam', 'orange', 'cam đất|cam neon|cam cháy|cam gạch|đỏ cam', 'burnt orange|neon orange|bright orange|rust orange', 'cam|orange', '#ee7c1e'],
  ['coral', 'cam san hô', 'coral', 'hồng san hô|hồng cam', 'coral pink|salmon pink', 'coral|salmon|san hô|peach', '#f57f6e'],
  ['yellow', 'vàng', 'yellow', 'vàng chanh|vàng tươi|vàng nhạt|vàng bơ|vàng pastel', 'butter yellow|lemon yellow|pastel yellow', 'vàng', '#f6d930'],
  ['mustard', 'vàng mù tạt', 'mustard', 'vàng nghệ|vàng đất|vàng mustard', 'mustard yellow|ochre', 'mustard|mù tạt', '#c6961d'],
  ['gold', 'vàng ánh kim', 'gold', 'vàng gold|ánh vàng|vàng kim|vàng đồng|nhũ vàng', 'rose gold|metallic gold|golden', 'gold|golden'],
  ['silver', 'bạc', 'silver', 'ánh bạc|nhũ bạc|xám bạc', 'metallic silver|silvery', 'bạc|silver'],
  ['nude', 'màu nude', 'nude', 'màu da|hồng nude|tông nude', 'nude pink|skin tone', 'nude'],
];

export const COLOURS = attributesOf('colour', ROWS);
