/** Pixels for each pixel of the picture, and the most that a browser's canvas holds for sure, per side and in all. */
const sharpness = 2;
const longestSide = 8192;
const mostPixels = 48e6;

/** How much larger a picture is drawn than it is: twice, or as much as a canvas holds. */
export function pngScale(width: number, height: number): number {
  return Math.min(sharpness, longestSide / Math.max(width, height), Math.sqrt(mostPixels / (width * height)));
}

/** An SVG document that core painted, as a PNG. It is drawn as an image: nothing in it runs, and it fetches nothing. */
export async function pngOf(svg: string): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const scale = pngScale(image.naturalWidth, image.naturalHeight);
    const canvas = document.createElement('canvas');
    canvas.width = Math.floor(image.naturalWidth * scale);
    canvas.height = Math.floor(image.naturalHeight * scale);
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    const png = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    if (png === null) throw new Error('The picture is too large for a PNG; take the SVG');
    return png;
  } finally {
    URL.revokeObjectURL(address);
  }
}

export function saveAs(name: string, blob: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The download has begun by the next turn at the latest in every engine; a minute is plenty.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
