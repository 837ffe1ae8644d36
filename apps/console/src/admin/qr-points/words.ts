import { wordsOf } from '../../words/index.js';

const zh = {
  title: '二维码', area: '在哪里', lost: { no: '使用中', yes: '已换下' }, nothing: '这里还没有二维码', nothingText: '可以按村（社区）整批生成，或单个新建。', nothingLost: '没有换下的二维码',
  columns: { code: '编码', label: '张贴处', grid: '网格', kind: '种类', replacedBy: '新编码' }, kind: { place: '地点', building: '楼栋', households: '住户' }, homes: '约 {{n}} 户',
  generate: '整批生成', generateHint: '按楼栋，或每三十户左右一个；已有的不会重复。', village: '村（社区）', generated_zero: '不缺二维码', generated: '已生成 {{n}} 个', newPoint: '新建', grid: '网格', label: '张贴处说明', codeHint: '3–64 位字母、数字、- 和 _；同一编码再存即为修改',
  saved: '已保存', change: '修改', replace: '换新码', replaceAsk: '换下 {{code}}？', replaceText: '原码丢失或损坏时使用：生成一个新码，旧码继续指向同一网格。', replaced: '新编码 {{code}}',
  print: '打印', printAll: '打印本区域全部', printSome: '打印所选 {{n}} 个', printed: '共 {{points}} 个、{{pages}} 页，链接 10 分钟内有效', openPdf: '打开 PDF', choose: '选择 {{code}}', chooseColumn: '选择',
};

export const useQrWords = wordsOf('admin.qr', zh, {
  title: 'QR codes', area: 'Where', lost: { no: 'In use', yes: 'Replaced' }, nothing: 'No QR codes here yet', nothingText: 'Make a village’s all at once, or a single one.', nothingLost: 'None was replaced',
  columns: { code: 'Code', label: 'Where it hangs', grid: 'Grid', kind: 'Kind', replacedBy: 'New code' }, kind: { place: 'Place', building: 'Building', households: 'Households' }, homes: 'about {{n}} households',
  generate: 'Make a village’s', generateHint: 'One a building, elsewhere one for about thirty households; what is there is not made again.', village: 'Village', generated_zero: 'None was lacking', generated: '{{n}} made', newPoint: 'New', grid: 'Grid',
  label: 'Where it hangs', codeHint: '3 to 64 letters, digits, - and _; saving a code again changes it', saved: 'Saved', change: 'Change', replace: 'Replace', replaceAsk: 'Replace {{code}}?',
  replaceText: 'For one that was lost or damaged: a new code is made, and the old one goes on leading to the same grid.', replaced: 'New code {{code}}', print: 'Print', printAll: 'Print all here', printSome: 'Print the {{n}} chosen',
  printed: '{{points}} codes on {{pages}} pages; the link is good for ten minutes', openPdf: 'Open the PDF', choose: 'Choose {{code}}', chooseColumn: 'Choose',
});
