const listOf = (value: number, text: string): readonly (readonly [string, number])[] => text.split('|').map((phrase) => [phrase.trim(), value] as const);

/** Vietnamese. Phrases with a negation inside stand here whole, where they do not mean what their words do. */
const VIETNAMESE = [
  ...listOf(3, 'hết nước chấm|hết chỗ chê|không chê vào đâu được|ko chê vào đâu được|không còn gì để chê|miễn chê|đẹp xỉu|xinh xỉu|xỉu up xỉu down|đẹp lồng lộn|mê chữ ê kéo dài|không thể đẹp hơn|không thể ưng hơn|đẹp không tì vết|tuyệt vời|xuất sắc|đỉnh của chóp|đỉnh cao|quá đỉnh|đẹp mê|xinh mê|ưng hết nấc'),
  ...listOf(2, `đẹp|xinh|đỉnh|mê|ưng|ưng ý|ưng bụng|ưng cái bụng|yêu|cưng|thích|thích mê|hài lòng|tuyệt|sang trọng|sang chảnh|sang xịn|xịn|xịn sò|tôn dáng|hack dáng|tôn da|tôn vòng|tôn nét|quý phái|lung linh|lộng lẫy|quyến rũ|nghiện|đáng mua|nên mua|đáng tiền|đáng đồng tiền|ok lắm|chất lượng|rất đáng
    |khỏi chê|khỏi bàn|dễ thương|đáng yêu|cute|cute hột me|sẽ ủng hộ|ủng hộ tiếp|mua tiếp|quay lại mua|sẽ quay lại|10 điểm|mười điểm|5 sao|năm sao|không hối hận|không thất vọng|thần thánh|cực phẩm|must have|best seller|vừa in|chuẩn gu|chuẩn form|bật tông|trẻ ra|dep|dep lam|số một|số 1|như mới|đáng iu|ai cũng hỏi|hết bài|xinh xan|thích hợp nhất|mlem`),
  ...listOf(1, `mát|mát rượi|mát lịm|mát tay|thoáng|mềm|mềm mịn|mềm mại|mềm mát|mềm rũ|mịn|êm|êm chân|ấm|nhẹ|siêu nhẹ|nhẹ nhàng|thoải mái|dễ chịu|dễ mặc|dễ phối|dày dặn|chắc chắn|đứng form|thanh lịch|trang nhã|nữ tính|duyên dáng|tinh tế|cá tính|trẻ trung|thời thượng|hợp|phù hợp|vừa vặn|vừa đẹp|y hình|giống hình|đúng mô tả|giao nhanh
    |đóng gói kỹ|nhiệt tình|dễ dàng|gọn gàng|rẻ mà đẹp|giá hạt dẻ|giá hời|bền|tự tin|nâng đỡ tốt|tốt|thấm hút|thấm hút tốt|co giãn tốt|ổn|ok|oke|okela|ổn áp|xinh xắn|yêu kiều|bắt sáng|sáng da|vui|hạnh phúc|cảm ơn|mơ màng|dịu mắt|gìn giữ|nên thử|chuẩn hàn|sexy|chill|chữa lành|đủ xinh`),
  // Praise that tells what is done with a thing instead of what it is like.
  ...listOf(2, `chân ái|mặc hoài|mặc mãi|mặc suốt|mặc cả tuần|mặc đi mặc lại|diện hoài|diện mãi|diện suốt|đi hoài|ngày nào cũng mặc|hôm nào cũng mặc|tuần nào cũng mặc|đi đâu cũng mặc|đi đâu cũng diện|không muốn cởi|không nỡ cởi|được khen|ai cũng khen|khen mãi|khen quá trời|khen tấm tắc|mua thêm|đặt thêm|chốt thêm|lấy thêm|mua luôn hai|rinh liền|rinh ngay|cân hết|cân tất|cân mọi|như công chúa|như tiểu thư|nàng thơ|ấm sực|không thấy chán|không biết chán|món ruột|áo ruột|quần ruột|váy ruột|bảo bối`),
  ...listOf(-1, `nóng|bí|nóng bí|dặm|ngứa|dặm ngứa|mỏng tang|mỏng lét|mỏng dính|nhăn|nhanh nhăn|xù|xù lông|phai|phai màu|ra màu|bai|bai dão|giãn|lộ|lộ hết|chật|rộng thùng thình|cứng|đau|đau chân|nặng|lạnh|thô|bó quá|kén dáng|kén da|già|bị già|dìm|dìm dáng|dìm da|sến|quê mùa|mắc|đắt|chát|lỗi mốt|hơi ngắn|hơi rộng|lâu|giao chậm|giao lâu|sai màu|sai size|giao sai
    |khác hình|không giống hình|không giống|không như hình|không đúng|không y hình|thiếu|lem|nhàu|mùi|hôi|bạc màu|tuột chỉ|chỉ thừa|khó chịu|khó mặc|phèn|phô|buồn|tiếc|không ưng lắm|chê|rẻ tiền`),
  ...listOf(-2, `xấu|tệ|dở|chán|chán quá|ghét|thất vọng|bực|bực mình|bung chỉ|rách|áo rách|bị rách|hỏng|bị hỏng|lỗi|hàng lỗi|kém|kém chất lượng|phí tiền|không đáng tiền|không đáng|trả hàng|hoàn hàng|đừng mua|không nên mua|đừng nên mua|lừa đảo|lừa|hàng giả|fake|tránh xa|né|không thèm rep|không thèm|thảm họa|kinh khủng khiếp|xấu hoắc|dỏm|lởm|như bao bố|cái bao bố|vải màn|khóc ròng|cạch|cạch mặt|thở không nổi|không bao giờ quay lại|không mua lại|mất tiền`),
  ...listOf(0, 'không nhiều|không còn|co giãn|giãn 4 chiều|rách gối|quần rách|jean rách|bạc màu|tổng hợp|yêu xa|thun lạnh|hàng lạnh|không ưng đổi|không ưng hoàn|không ưng trả|không ưng em cho đổi|cũng tạm|cũng được|tạm được|bình thường|tiền nào của nấy|không biết|không ạ|không shop|không vậy|không nhỉ|được không|ổn không|ok không|đẹp không|hợp không|nào ổn|hàng lỗi đổi|nếu hàng lỗi|lên da|da đẹp'),
];

const ENGLISH = [
  ...listOf(3, 'perfect|perfection|perfectly|amazing|incredible|flawless|stunning|gorgeous|obsessed|obsession|to die for|dream combo|best ever|the best|best|masterpiece|10 out of 10|10/10|five stars|5 stars|unreal|immaculate|chefs kiss|chef\'s kiss'),
  ...listOf(2, `love|loved|loving|loves|adore|beautiful|pretty|lovely|great|excellent|fantastic|fabulous|wonderful|awesome|fire|so good|favourite|favorite|fave|chic|elegant|worth it|worth every penny|worth the money|must have|must-have|can't stop wearing|can't stop|cannot stop|never taking it off|no complaints|zero complaints|no regrets|zero regrets|here for it|slay|slayed
    |stylish|cute|cutest|dreamy|dreams|recommend|highly recommend|so happy|impressed|iconic|stunner|sold|in love|exceeded my expectations|wow|done right|changed my mind|number one|never take it off|asked where|asks where|well made|can't wait|understatement|living in|lives in my head`),
  ...listOf(1, `good|i like|we like|really like|nice|nicely|comfy|comfortable|soft|cosy|cozy|breathable|lightweight|flattering|fits well|fits perfectly|true to size|happy|cool|fun|easy|bargain|steal|snagged|solid|sharp|timeless|versatile|effortless|like a cloud|wearing a cloud|goes with everything|go with everything|doesn't dig in|thank you|thanks|excited|glad|sweet|warm|polished|crisp|not bad|grandpa chic|flows`),
  ...listOf(2, `keep reaching for|always reaching for|always reach for|basically live in|could live in|gonna live in|going to live in|live in this|live in these|live in them|live in it|living in this|living in these|living in them|lived in this|lived in these|lived in them|wear it everywhere|wearing it everywhere|wear it every day|wear them every day|wear these every day|worn it every day|worn these every day|worn it all week|wore it all week|worn nonstop|worn it to death|on repeat|holy grail|compliment|compliments|complimented|asked where|asks where|asking where|asked me where|ordered another|ordered a second|bought another|bought a second|bought two|bought it twice|bought it again|buying another|in every colour|in every color|in all colours|in all colors|second pair|third pair|ride or die|never dies|never gets old|worth the wait|worth the hype|like a princess|feel like a queen|wardrobe staple|never looked back`),
  ...listOf(-1, `cheap|cheap looking|feels cheap|itchy|scratchy|stiff|tight|too tight|too small|too big|too short|weirdly short|short in the|see through|see-through|sheer|wrinkles|wrinkly|faded after|fades|shrunk|shrank|pilling|pills|pilled|like a box|frumpy|overpriced|expensive|uncomfortable|heavy|thin|flimsy|meh|boring|bland|odd|weird|weirdly|wanted to love|wanted to like|don't like|didn't like|do not like|doesn't like|dont like|not as pictured|not worth|late|loose threads|sad|tired|unflattering|depressing`),
  ...listOf(-2, `bad|ugly|hideous|terrible|awful|horrible|disappointed|disappointing|disappointment|hate|hated|hates|worst|poor|poor quality|poorly|garbage|trash|junk|broke|broken|ripped after|fell apart|falling apart|waste|waste of money|returned|returning it|returned it|refund|never again|never buying|do not buy|don't buy|scam|fake|regret|nope|ruined|disgusting|avoid|rip off|ripoff|gross|tragic|a joke|came undone|expected more|mid`),
  ...listOf(0, `not gonna lie|not going to lie|ngl|nothing special|so so|okay|no more|no less|not only|no wonder|good morning|good night|best seller list|love island|fire sale|cool tone|cool tones|warm tone|warm tones|pretty much|fun fact|great wall|sold out|heavy weight|heavyweight|worst case|bold or bad|help me choose|broken in`),
];

/** What a phrase adds to how a text sounds; written for shops and shoppers of clothes by this project. */
export const TONES: readonly (readonly [string, number])[] = [...VIETNAMESE, ...ENGLISH];

/** What turns the words after it round. */
export const NEGATIONS: ReadonlySet<string> = new Set(words('không|ko|k|kh|hok|hong|hông|khum|khong|kg|chẳng|chả|chưa|đâu có|không hề|chưa bao giờ|chẳng bao giờ|đừng|thiếu|not|no|never|none|don\'t|doesn\'t|didn\'t|isn\'t|wasn\'t|aren\'t|weren\'t|can\'t|cannot|couldn\'t|won\'t|wouldn\'t|without|hardly|barely|neither|dont|doesnt|didnt|isnt|wasnt|cant|wont'));

/** How much the word after it counts. */
export const BEFORE: ReadonlyMap<string, number> = new Map([
  ...words('rất|quá|siêu|cực|cực kỳ|cực kì|vô cùng|thật sự|thực sự|quá là|rõ|xỉu|very|so|really|super|absolutely|extremely|totally|insanely|truly|such|incredibly|too').map((word) => [word, 1.4] as const),
  ...words('hơi|khá|tương đối|slightly|somewhat|a bit|a little|kinda|kind of|sort of|fairly|quite').map((word) => [word, 0.6] as const),
]);

/** How much the word before it counts. */
export const AFTER: ReadonlyMap<string, number> = new Map(words('quá|lắm|ghê|thế|cực|cực kỳ|cực kì|dã man|vô cùng|xỉu|thật sự|kinh khủng|khủng khiếp|luôn|quá trời|quá trời quá đất|vãi|dữ|ghê gớm|thiệt|so much|a lot|af').map((word) => [word, 1.4] as const));

/** After it comes what the writer means. */
export const TURNS: ReadonlySet<string> = new Set(words('nhưng|nhưng mà|tuy nhiên|nma|nhma|mỗi tội|tội cái|but|however|yet'));

/** A comparison that makes praise of a negation: `chưa thấy cái nào đẹp như vậy`. */
export const COMPARISONS: ReadonlySet<string> = new Set(words('như vậy|như thế|như này|như z|bằng|hơn được'));

export const EMOJI: ReadonlyMap<string, number> = new Map([
  ...emoji('😍🥰🤩😻', 2), ...emoji('🔥💯👏😘🥳👍😊☺😁😎💃🫶❤💕💖💗💓💞💘', 1), ...emoji('🤍💛💜💚💙🧡🤎🖤🩷🩵', 0.6),
  ...emoji('😞😔😢☹🙁😟😣😖😩😫😕💔😓🤕🙃🙄', -1.5), ...emoji('😡🤬😠👎🤮🤢😤😒', -2),
]);

/** With these, praise is mockery. */
export const MOCKERY: ReadonlySet<string> = new Set('🙃🙄');

function emoji(text: string, value: number): readonly (readonly [string, number])[] {
  return Array.from(text, (one) => [one, value] as const);
}

function words(text: string): readonly string[] {
  return text.split('|').map((word) => word.trim());
}
