import { wordsOf } from '../words/index.js';

const zh = {
  title: '公开给邻居', hint: '公共事项公开后，扫同一村（社区）二维码的邻居能看到标题和进度，可以说“我也是”。反映人和原文不公开。',
  count: '{{n}} 位邻居说也是这样', publish: '公开', change: '改标题', unpublish: '撤回公开',
  label: '公开标题', labelHint: '写清是什么事、在哪里；不写人名、电话和门牌。', example: '如：3 号楼东侧路灯不亮', send: '公开', cancel: '取消',
};

const en: typeof zh = {
  title: 'Shown to neighbours', hint: 'Neighbours who scan a code in the same village see the title and the stage and can say “me too”. The reporter and their words stay private.',
  count: '{{n}} neighbours say the same', publish: 'Show', change: 'Change the title', unpublish: 'Show no longer',
  label: 'Public title', labelHint: 'What it is and where; no names, telephone numbers or doors.', example: 'Such as: street lamp out east of building 3', send: 'Show', cancel: 'Cancel',
};

/** What is said where a case is shown to neighbours. */
export const usePublicationWords = wordsOf('publication', zh, en);
