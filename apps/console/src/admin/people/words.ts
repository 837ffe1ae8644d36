import { wordsOf } from '../../words/index.js';

const zh = {
  title: '人员与岗位', newPerson: '新建人员', searchHint: '姓名或用户名的一部分', show: { posted: '在岗', free: '待任职', suspended: '已停用' },
  anyRole: '全部岗位', anyPlace: '全部地方', columns: { name: '姓名', username: '用户名', posts: '岗位', state: '状态', phone: '手机号' },
  state: { active: '正常', suspended: '已停用' }, nobody: '没有找到人员', nobodyText: '换一个条件，或新建人员。', nobodyFree: '没有待任职的人员',
  noPost: '尚未任职', unknown: '找不到这个人', unknownText: '可能不在您管理的地方。',
  usernameHint: '登录用，2–64 位小写字母、数字和 . _ -，以后不能改', phone: '手机号', created: '已新建；请任命岗位并发放初始密码',
  suspend: '停用', suspendHint: '停用后立即退出登录，不再收到任务；有代理人的由代理人接手。', suspended: '已停用', resume: '恢复', resumed: '已恢复', suspendedAt: '{{at}} 停用：{{reason}}',
  password: '发放密码', passwordAsk: '发放新密码？', passwordText: '旧密码立即作废，{{name}} 下次登录须改密码。', passwordTitle: '{{name}} 的新密码', passwordHint: '只显示这一次，请当面或以安全方式告知本人；下次登录须修改。',
  posts: '岗位', appoint: '任命', appointed: '已任命', role: '岗位', unit: '所在单位', unitHint: '部门经办人必须填写；其他岗位可不填', noPosts: '没有岗位', noPostsText: '任命后才能收到任务。',
  term: '任期', now: '任职中', coming: '未到任', past: '已结束', end: '免去', endTitle: '免去岗位：{{post}}', ended: '已免去', endHint: '手上的任务不会自动转走，请先确认已交接。', lastDay: '最后一天（留空则立即）',
  move: '调整', moveTitle: '从“{{post}}”调整到', moved: '已调整', moveHint: '原岗位结束与新岗位开始同时生效。', longTerm: '长期', showPast: '显示已结束的',
  absences: '不在岗', absent: '登记不在岗', absenceHint: '期间不派任务给本人；有代理人的由代理人接手。', absenceRecorded: '已登记', back: '提前返岗', backDone: '已返岗', noAbsence: '没有登记', firstDay: '第一天（留空则立即）',
  untilDay: '最后一天', deputies: '代理人', nameDeputy: '指定代理人', deputy: '代理人', deputyHint: '只在本人不在岗或停用期间代理；同一时间只有一位。', deputyNamed: '已指定', endDeputy: '结束代理', deputyEnded: '已结束代理', noDeputy: '没有代理人',
  readOnly: '只读', readOnlyHint: '可以查看同岗位能看到的一切，不能办理、督办或修改。', audit: '查看审计记录',
};

export const usePeopleWords = wordsOf('admin.people', zh, {
  title: 'People and posts', newPerson: 'New person', searchHint: 'Part of the name or user name', show: { posted: 'In a post', free: 'Without a post', suspended: 'Suspended' },
  anyRole: 'Every role', anyPlace: 'Everywhere', columns: { name: 'Name', username: 'User name', posts: 'Posts', state: 'State', phone: 'Phone' },
  state: { active: 'Active', suspended: 'Suspended' }, nobody: 'Nobody was found', nobodyText: 'Try another condition, or create somebody.', nobodyFree: 'Nobody is without a post',
  noPost: 'No post yet', unknown: 'There is no such person', unknownText: 'They may not belong to where you administer.',
  usernameHint: 'To sign in with: 2 to 64 small letters, digits and . _ -; it never changes', phone: 'Phone', created: 'Created; appoint them and issue a first password',
  suspend: 'Suspend', suspendHint: 'Their sessions end at once and no task reaches them; a deputy takes over where there is one.', suspended: 'Suspended', resume: 'Resume', resumed: 'Resumed',
  suspendedAt: 'Suspended {{at}}: {{reason}}', password: 'Issue password', passwordAsk: 'Issue a new password?', passwordText: 'The old one is void at once; {{name}} changes the new one at the next sign-in.',
  passwordTitle: 'New password of {{name}}', passwordHint: 'Shown this once: hand it over in person or by a safe way. It is changed at the next sign-in.',
  posts: 'Posts', appoint: 'Appoint', appointed: 'Appointed', role: 'Role', unit: 'Unit', unitHint: 'Needed for department handlers; others may leave it out', noPosts: 'No posts', noPostsText: 'Tasks reach whoever is appointed.',
  term: 'Term', now: 'In force', coming: 'To come', past: 'Ended', end: 'End', endTitle: 'End the post: {{post}}', ended: 'Ended', endHint: 'Tasks in hand are not passed on by themselves; see to that first.', lastDay: 'Last day (at once where empty)',
  move: 'Move', moveTitle: 'From “{{post}}” to', moved: 'Moved', moveHint: 'The old post ends and the new one begins at the same moment.', longTerm: 'no end', showPast: 'Show ended ones',
  absences: 'Absences', absent: 'Record absence', absenceHint: 'No task reaches them meanwhile; a deputy takes over where there is one.', absenceRecorded: 'Recorded', back: 'Back early', backDone: 'Back', noAbsence: 'None on record',
  firstDay: 'First day (at once where empty)', untilDay: 'Last day', deputies: 'Deputies', nameDeputy: 'Name a deputy', deputy: 'Deputy', deputyHint: 'Acts only while they are away or suspended; one at a time.', deputyNamed: 'Named',
  endDeputy: 'End', deputyEnded: 'Ended', noDeputy: 'No deputy', readOnly: 'Read-only', readOnlyHint: 'Sees all that others in such a post see; neither acts, supervises nor changes anything.', audit: 'What the audit has',
});
