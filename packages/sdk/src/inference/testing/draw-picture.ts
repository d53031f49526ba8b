type Rgb = readonly [red: number, green: number, blue: number];

const WIDTH = 360;
const HEIGHT = 640;

/** A picture as a `data:` address: an uncompressed bitmap. */
function bitmap(colourAt: (x: number, y: number) => Rgb): string {
  const file = Buffer.alloc(54 + WIDTH * HEIGHT * 3);
  file.write('BM');
  file.writeUInt32LE(file.length, 2);
  file.writeUInt32LE(54, 10);
  file.writeUInt32LE(40, 14);
  file.writeInt32LE(WIDTH, 18);
  // Negative: the first row is the top one.
  file.writeInt32LE(-HEIGHT, 22);
  file.writeUInt16LE(1, 26);
  file.writeUInt16LE(24, 28);
  for (let y = 0; y < HEIGHT; y++) for (let x = 0; x < WIDTH; x++) file.set(colourAt(x, y).map((part) => part & 255).toReversed(), 54 + (y * WIDTH + x) * 3);
  return `data:image/bmp;base64,${file.toString('base64')}`;
}

/** Colours that change slowly from corner to corner. */
export const gradient = (): string => bitmap((x, y) => [(x / WIDTH) * 255, (y / HEIGHT) * 255, 128]);

/** A wall, a floor, a door and a lamp: upright things, none of them a person. */
export const emptyRoom = (): string => bitmap((x, y) => {
  if (y > 500) return [120, 90, 60];
  if (x > 210 && x < 310 && y > 180) return [90, 60, 40];
  if (Math.hypot(x - 90, y - 200) < 30) return [250, 240, 180];
  if (Math.abs(x - 90) < 3 && y > 230) return [60, 60, 60];
  return [205, 200, 190];
});
