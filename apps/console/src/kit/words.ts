import { wordsOf } from '../words/index.js';

const zh = {
  copy: '复制', copied: '已复制', copyByHand: '浏览器不让复制，请手工抄录', noted: '已记下', noDay: '年 / 月 / 日', chooseFile: '选择文件', noFile: '尚未选择',
  zoomIn: '放大', zoomOut: '缩小', metres: '{{n}} 米', kilometres: '{{n}} 公里',
  urged: '催办 {{n}} 次', urgedByResident: '群众催办 {{n}} 次', cameBack: { returned: '退回件', verificationFailed: '核查未通过', referralReturned: '市级转回' },
};

export const useKitWords = wordsOf('kit', zh, {
  copy: 'Copy', copied: 'Copied', copyByHand: 'The browser does not let us copy; note it down by hand', noted: 'Noted', noDay: 'day / month / year', chooseFile: 'Choose a file', noFile: 'None chosen',
  zoomIn: 'Zoom in', zoomOut: 'Zoom out', metres: '{{n}} m', kilometres: '{{n}} km',
  urged: 'Urged {{n}}×', urgedByResident: 'Resident urged {{n}}×', cameBack: { returned: 'Returned', verificationFailed: 'Check failed', referralReturned: 'Back from the city' },
});
