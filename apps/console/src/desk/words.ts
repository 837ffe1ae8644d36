import { wordsOf } from '../words/index.js';

const zh = {
  title: '分流台', incoming: '待分流和裁定', none: '没有等着分流的事', noneHint: '新来件、退回件到达时会出现在这里。', choose: '从列表里选一件', chooseHint: '↑ ↓ 选择，回车打开，T 一键转办',
  filter: { all: '全部', desk: '分流', coordinate: '统筹', arbitrate: '裁定' },
  open: '案件全貌', back: '返回列表', held: '{{name}} 正在处理',
  suggestion: '建议去向', notSuggested: '有的建议没有取到：{{why}}', noRoute: '这件事没有建议的办理方式，请自己选', needsVillage: '先定下村（社区）或网格，再转办', places: '文字里提到的地点', noPlaces: '文字里没有认出村（社区）',
  place: { gridNamed: '写了网格名', qrPointNamed: '写了二维码点位', buildingNamed: '写了楼栋', villageNamed: '写了村（社区）', inside: '在网格内', nearest: '离得最近' }, matched: '“{{text}}”',
  path: '办理方式', area: '去哪里', class: '类别', unit: '主办单位', answeringUnit: '答复单位', otherArea: '另选地点', otherUnit: '另选单位', noUnit: '不指定单位',
  classes: { simple: '简单', general: '一般', major: '重大', difficult: '疑难', crossCounty: '跨区' },
  byPosition: '由这一级的岗位认领，不用选单位', byCounty: '转到县级后由县指挥中心定主办单位', byLeaders: '建议件直达县领导，不用选单位',
  candidates: '建议单位', score: '{{n}} 分', noCategory: '这件事还没有事项类别；选一个，看谁的职责', category: '事项类别', noCandidates: '权责清单和以往分流里没有找到单位', chosenByYou: '您选的', returnedIt: '退回过',
  load: '在办 {{open}}', loadLate: '在办 {{open}}，超期 {{late}}', loadNone: '手上没有在办',
  transfer: '转办', transferTo: '转办到{{to}}', toPlace: '{{area}}（{{path}}）', ifCounty: '若由县级统筹，可交', key: '快捷键', assign: '交给{{to}}', decide: '裁定由{{to}}办理', chooseFirst: '先选单位', ruleFirst: '先写裁定意见',
  said: { path: '{{number}} 已转{{area}}（{{path}}）', unit: '{{number}} 已交{{unit}}主办', unitWaits: '{{number}} 已转县级统筹，主办单位还没有定下，请在列表里接着办', notAccepted: '{{number}} 已不予受理', notAcceptedAsked: '{{number}} 不予受理已报上级审批', merged: '{{number}} 已并入 {{into}}', referral: '{{number}} 已处理', ruled: '{{number}} 已裁定由{{unit}}办理' },
  sides: '各方说法', proposes: '认为应由{{unit}}办理', ground: '法定依据：{{text}}', level: { county: '县级意见', toCity: '转市级的理由', city: '市级意见' }, ruling: '裁定意见', rulingHint: '必填，办理单位会看到', remark: '给主办单位的话', remarkHint: '可以不写',
  arbitrateHint: '已退回 {{n}} 次，这次由县级裁定，裁定后不能再退回。',
  similar: '附近相似的事', noSimilar: '近 {{days}} 天附近没有相似的事', merge: '并入此案', mergeReason: '并案理由', mergeDefault: '同一事项：{{why}}',
  notAccept: '不予受理', notAcceptReason: '不予受理的理由', notAcceptHint: '群众会看到理由', send: '确定', cancel: '取消',
  referral: '市级办理', answered: '直接答复群众', returned: '退回县级', answerText: '答复内容', opinion: '处理意见',
};

const en: typeof zh = {
  title: 'Dispatch desk', incoming: 'To dispatch and arbitrate', none: 'Nothing waits to be dispatched', noneHint: 'New and returned cases appear here as they arrive.', choose: 'Choose one on the left', chooseHint: '↑ ↓ to move, Enter to open, T to transfer',
  filter: { all: 'All', desk: 'Dispatch', coordinate: 'Coordinate', arbitrate: 'Arbitrate' },
  open: 'The whole case', back: 'Back to the list', held: '{{name}} is on it',
  suggestion: 'Where it should go', notSuggested: 'Some suggestions could not be fetched: {{why}}', noRoute: 'No path is suggested; choose one', needsVillage: 'Say which village or grid first', places: 'Places in its words', noPlaces: 'Its words name no village',
  place: { gridNamed: 'names the grid', qrPointNamed: 'names the QR point', buildingNamed: 'names the building', villageNamed: 'names the village', inside: 'lies in it', nearest: 'lies nearest' }, matched: ' “{{text}}”',
  path: 'Path', area: 'Where to', class: 'Class', unit: 'Lead unit', answeringUnit: 'Unit that answers', otherArea: 'Another place', otherUnit: 'Another unit', noUnit: 'No unit',
  classes: { simple: 'Simple', general: 'General', major: 'Major', difficult: 'Difficult', crossCounty: 'Cross-county' },
  byPosition: 'The posts of that level take it; no unit is chosen', byCounty: 'The county centre will name the lead unit', byLeaders: 'A suggestion goes to the county’s leaders; no unit is chosen',
  candidates: 'Suggested units', score: '{{n}} points', noCategory: 'It has no category yet; choose one to see whose it is', category: 'Category', noCandidates: 'Neither the powers catalogue nor earlier routing names a unit', chosenByYou: 'your choice', returnedIt: 'returned it',
  load: '{{open}} open', loadLate: '{{open}} open, {{late}} late', loadNone: 'nothing open',
  transfer: 'Transfer', transferTo: 'Transfer to {{to}}', toPlace: '{{area}} ({{path}})', ifCounty: 'On the county’s path it could go to', key: 'Key', assign: 'Give to {{to}}', decide: 'Rule: {{to}}', chooseFirst: 'Choose a unit first', ruleFirst: 'Write the ruling first',
  said: { path: '{{number}} went to {{area}} ({{path}})', unit: '{{number}} is led by {{unit}}', unitWaits: '{{number}} went to the county’s path; its lead unit is still to be named, go on from the list', notAccepted: '{{number}} was not accepted', notAcceptedAsked: 'Not accepting {{number}} was put to the level above', merged: '{{number}} joined {{into}}', referral: '{{number}} is done', ruled: '{{number}} was ruled to be {{unit}}’s' },
  sides: 'What each side says', proposes: 'says it is {{unit}}’s', ground: 'Legal ground: {{text}}', level: { county: 'The county', toCity: 'Why it went to the city', city: 'The city' }, ruling: 'Ruling', rulingHint: 'Needed; the unit reads it', remark: 'A word to the lead unit', remarkHint: 'May be left out',
  arbitrateHint: 'Returned {{n}} times: the county rules now, and the case cannot be returned again.',
  similar: 'Similar cases nearby', noSimilar: 'Nothing similar nearby in the last {{days}} days', merge: 'Join this case', mergeReason: 'Why they are the same', mergeDefault: 'The same event: {{why}}',
  notAccept: 'Do not accept', notAcceptReason: 'Why it is not accepted', notAcceptHint: 'The resident reads the reason', send: 'Confirm', cancel: 'Cancel',
  referral: 'With the city', answered: 'Answer the resident', returned: 'Back to the county', answerText: 'Answer', opinion: 'Opinion',
};

/** What the dispatch desk says. */
export const useDeskWords = wordsOf('desk', zh, en);
