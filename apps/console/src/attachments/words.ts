import { wordsOf } from '../words/index.js';

export const useAttachmentWords = wordsOf(
  'attachments',
  {
    ofCase: '案件 {{number}} 的图片和录音', list: '图片和录音', takePicture: '拍照', choosePicture: '选择图片', recordVoice: '录音', stopVoice: '停止录音', seconds: '{{n}} / {{most}} 秒',
    picture: '第 {{n}} 张图片', voice: '第 {{n}} 段录音', film: '视频', paper: '下载文件（PDF）',
    preparing: '正在处理', uploading: '已上传 {{percent}}%', waiting: '已存在手机里，有网后上传', failed: '没有传上去', again: '重试', remove: '删除{{what}}',
    pictureUnreadable: '这张图片打不开，请换一张。', notKept: '手机存不下了，请先清理空间。', voiceRefused: '没有使用话筒的权限，请在浏览器设置里允许。', voiceUnreadable: '录音没有成功，请再录一次。',
    most: '最多 {{n}} 个', hint: '图片会缩小后上传，不带拍摄位置和相机信息。', placeToo: '拍摄时记下位置（只给办理人员看）', hintTaken: '图片会缩小，现场拍摄的带拍摄时间。',
    notReady: '还有图片或录音没有传上去：请稍等、重试，或删除它。',
    open: '放大第 {{n}} 张图片，共 {{of}} 张', large: '大图', counter: '{{n}} / {{of}}', previous: '上一张', next: '下一张', close: '关闭', actualSize: '放大或还原', noLongerShown: '图片链接已过期，请刷新。',
  },
  {
    ofCase: 'Pictures and voice notes of case {{number}}', list: 'Pictures and voice notes', takePicture: 'Take a picture', choosePicture: 'Choose pictures', recordVoice: 'Record voice', stopVoice: 'Stop recording', seconds: '{{n}} / {{most}} s',
    picture: 'picture {{n}}', voice: 'voice note {{n}}', film: 'Film', paper: 'Download the paper (PDF)',
    preparing: 'Getting ready', uploading: '{{percent}}% sent', waiting: 'Kept on the phone, sent when there is network', failed: 'Not sent', again: 'Try again', remove: 'Remove {{what}}',
    pictureUnreadable: 'This picture cannot be opened; choose another.', notKept: 'The phone is full; make room first.', voiceRefused: 'The microphone is not allowed; allow it in the browser’s settings.', voiceUnreadable: 'The recording failed; record it again.',
    most: '{{n}} at most', hint: 'Pictures are made smaller and lose camera and position data.', placeToo: 'Note where they are taken (for staff only)', hintTaken: 'Pictures are made smaller; those taken on the spot say when.',
    notReady: 'A picture or voice note has not been sent yet: wait, try again, or remove it.',
    open: 'Enlarge picture {{n}} of {{of}}', large: 'Large picture', counter: '{{n}} / {{of}}', previous: 'Previous', next: 'Next', close: 'Close', actualSize: 'Zoom in or out', noLongerShown: 'The picture’s link has expired; reload the page.',
  },
);
