import { wordsOf } from '../words/index.js';

export const useOfflineWords = wordsOf(
  'offline',
  {
    noNetwork: '没有网络', noNetworkWaiting: '没有网络，{{n}} 件事等待发送', sending: '正在发送 {{n}} 件事', refusedSome: '{{n}} 件事没有被接受，请看一下', look: '查看',
    waiting: '等待发送', title: '等待发送的事', empty: '没有等待发送的事', decidedAt: '{{at}} 办理', again: '按最新情况再次发送', change: '修改', changeWords: '修改内容', seeNow: '看最新情况', drop: '丢弃', dropAsk: '丢弃后，您写的内容不再保留。确定吗？', keep: '不丢弃',
    kept: '没有网络，已存在手机里，有网后自动发送', close: '关闭',
    fileLost: '图片或录音已不在这台手机上，请重新拍摄。', notKept: '手机存不下了，没有保存。', conflict: '这件事在您离线时被别人动过。', refused: '没有被接受',
    lapsed: '登录已过期，您写的内容和等待发送的事都还在', signIn: '重新登录',
    kinds: { claim: '认领', accept: '受理', recordContact: '联系群众', noteCase: '现场记录', answer: '答复群众', contribute: '提交结果', handUp: '上报', verify: '现场核查', checkIn: '巡查打卡', completeRound: '完成巡查' },
    pictures: '附件 {{n}} 个', passed: '已办妥', notPassed: '未办妥',
  },
  {
    noNetwork: 'No network', noNetworkWaiting: 'No network; {{n}} waiting to be sent', sending: 'Sending {{n}}', refusedSome: '{{n}} were not accepted; please look', look: 'Look',
    waiting: 'Waiting', title: 'Waiting to be sent', empty: 'Nothing is waiting', decidedAt: 'done at {{at}}', again: 'Send again on what stands now', change: 'Change', changeWords: 'Your words', seeNow: 'See what stands now', drop: 'Drop', dropAsk: 'What you wrote is not kept once it is dropped. Drop it?', keep: 'Keep it',
    kept: 'No network: kept on the phone, sent when there is one', close: 'Close',
    fileLost: 'The picture or recording is not on this phone any more; take it again.', notKept: 'The phone is full; it was not kept.', conflict: 'Somebody changed this while you were offline.', refused: 'Not accepted',
    lapsed: 'Your sign-in has expired; what you wrote and what waits are still here', signIn: 'Sign in',
    kinds: { claim: 'Claim', accept: 'Accept', recordContact: 'Resident contacted', noteCase: 'Note from the spot', answer: 'Answer', contribute: 'Result', handUp: 'Hand up', verify: 'Verification', checkIn: 'Patrol check-in', completeRound: 'Patrol done' },
    pictures: '{{n}} attachments', passed: 'Solved', notPassed: 'Not solved',
  },
);
