import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { create as createCode } from 'qrcode';

export interface SheetPoint {
  code: string;
  /** Town and village, such as 城关镇北门社区. */
  place: string;
  /** Grid and building or doors. */
  label: string;
}

export interface SheetSettings {
  /** A font file with Chinese; empty: the one that comes with the service. */
  font: string;
  /** What stands before the code in the QR itself, such as the address of the residents' page; empty: the code alone. */
  target: string;
}

const BUNDLED_FONT = '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf';
const [PAGE_WIDTH, PAGE_HEIGHT, MARGIN] = [595.28, 841.89, 28];
const [COLUMNS, ROWS] = [3, 4];
export const POINTS_A_PAGE = COLUMNS * ROWS;
const [CELL_WIDTH, CELL_HEIGHT] = [(PAGE_WIDTH - 2 * MARGIN) / COLUMNS, (PAGE_HEIGHT - 2 * MARGIN) / ROWS];
const CODE_SIZE = 112;
/** Modules of white that a reader needs round a code. */
const QUIET_MODULES = 4;

type Document = InstanceType<typeof PDFDocument>;

/** A4 sheets of QR points to cut up, twelve to a page: heading, code, place, label and the code in letters. */
export async function sheetsOf(points: readonly SheetPoint[], { font, target }: SheetSettings): Promise<Buffer> {
  const file = font === '' ? createRequire(import.meta.url).resolve(BUNDLED_FONT) : font;
  const document = new PDFDocument({ size: 'A4', margin: 0, autoFirstPage: false, info: { Title: '二维码张贴页' } });
  const parts: Buffer[] = [];
  const finished = new Promise<Buffer>((resolve, reject) => {
    document.on('data', (part: Buffer) => parts.push(part));
    document.once('end', () => resolve(Buffer.concat(parts)));
    document.once('error', reject);
  });
  document.registerFont('sheet', file).font('sheet');
  for (const [index, point] of points.entries()) {
    const place = index % POINTS_A_PAGE;
    if (place === 0) document.addPage();
    const [column, row] = [place % COLUMNS, Math.floor(place / COLUMNS)];
    drawPoint(document, point, target, MARGIN + column * CELL_WIDTH, MARGIN + row * CELL_HEIGHT);
  }
  document.end();
  return finished;
}

function drawPoint(document: Document, point: SheetPoint, target: string, x: number, y: number): void {
  document.save().lineWidth(0.4).dash(2, { space: 2 }).rect(x, y, CELL_WIDTH, CELL_HEIGHT).stroke('#999999').restore();
  const line = (text: string, top: number, size: number, height: number): void =>
    void document
      .fillColor('black')
      .fontSize(size)
      .text(text, x + 8, y + top, { width: CELL_WIDTH - 16, height, align: 'center', ellipsis: true, lineBreak: true });
  line('扫码反映诉求', 8, 12, 16);
  drawCode(document, `${target}${point.code}`, x + (CELL_WIDTH - CODE_SIZE) / 2, y + 26);
  line(point.place, 142, 10, 14);
  line(point.label, 156, 9, 24);
  line(point.code, 182, 9, 12);
}

/** As vectors, so that it stays sharp at any size. */
function drawCode(document: Document, text: string, x: number, y: number): void {
  const { modules } = createCode(text, { errorCorrectionLevel: 'Q' });
  const unit = CODE_SIZE / (modules.size + 2 * QUIET_MODULES);
  document.fillColor('black');
  for (let row = 0; row < modules.size; row += 1) {
    for (let from = 0; from < modules.size; from += 1) {
      let until = from;
      while (until < modules.size && modules.get(row, until)) until += 1;
      if (until === from) continue;
      const [left, top] = [x + (from + QUIET_MODULES) * unit, y + (row + QUIET_MODULES) * unit];
      document.rect(left, top, (until - from) * unit, unit + 0.05);
      from = until;
    }
  }
  document.fill();
}
