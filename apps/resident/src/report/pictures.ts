import { fitted, smallEnough } from '@yiwang/domain/media';

/**
 * A picture made smaller, as JPEG. It is painted anew, so nothing of the original file goes along: no position, no
 * camera, no time. Null where the browser cannot read it.
 */
export async function shrunk(file: Blob): Promise<Blob | null> {
  const image = await decoded(file);
  if (!image) return null;
  const { width, height } = fitted(image.width, image.height);
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const paper = canvas.getContext('2d');
  if (!paper) return null;
  // JPEG has no transparency: without this what is clear would turn black.
  paper.fillStyle = '#fff';
  paper.fillRect(0, 0, width, height);
  paper.drawImage(image, 0, 0, width, height);
  return smallEnough((quality) => new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality)));
}

function decoded(file: Blob): Promise<HTMLImageElement | null> {
  // An <img> turns the picture as its orientation says in every browser, and needs less memory than a bitmap.
  const url = URL.createObjectURL(file);
  return new Promise((resolve) => {
    const image = new Image();
    const end = (found: HTMLImageElement | null) => {
      URL.revokeObjectURL(url);
      resolve(found);
    };
    image.onload = () => end(image.width > 0 ? image : null);
    image.onerror = () => end(null);
    image.src = url;
  });
}
