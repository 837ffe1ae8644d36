import type { SameKeys } from './index.js';
import type { zh } from './zh.js';

export const en: SameKeys<typeof zh> = {
  brand: 'Yiwang', workbench: 'Workbench', day: 'Today', myWork: 'My work', cases: 'Cases', desk: 'Dispatch desk', stuck: 'Supervision', overview: 'Overview', admin: 'Administration', signOut: 'Sign out', otherLanguage: '中文', menu: 'All pages',
  loading: 'Loading…', retry: 'Try again', noNetwork: 'No network. What you wrote is kept; try again in a moment.', failed: 'That did not work',
  scope: { ALL: 'All', MINE: 'Mine', UNIT: 'Unclaimed', WAITING: 'Waiting', DONE: 'Done' },
  empty: { title: 'Nothing to do right now', text: 'New tasks appear here as they arrive.' },
  chooseTask: 'Choose something on the left', chooseHint: '↑ ↓ to move, Enter to open',
  anyKind: 'Every kind', onlyLate: 'Only due soon or late', more: 'Show more', refreshed: 'as of {{time}}',
  standing: { suspended: 'Suspended, review {{at}}', suspendedOpen: 'Suspended', waitingForResident: 'Paused, waits for the resident' },
  left: '{{span}} left', late: '{{span}} late', span: { d: '{{d}} d', dh: '{{d}} d {{h}} h', h: '{{h}} h', hm: '{{h}} h {{m}} min', m: '{{m}} min' },
  workingSpan: { d: '{{d}} working days', dh: '{{d}} working days {{h}} h', h: '{{h}} working h', hm: '{{h}} working h {{m}} min', m: '{{m}} working min' },
  due: 'due {{at}}', number: 'Number', received: 'Received', place: 'Place', channelLabel: 'Channel', holder: 'Held by', nobody: 'Nobody yet', reporter: 'Reporter',
  masked: 'kept from everybody', deadline: 'Deadline', pictures: 'Pictures and papers', timeline: 'What happened', internal: 'Internal', resident: 'Resident sees this', allHistory: 'Open the whole case',
  backToWork: 'Back to my work', internalHint: 'Only for those who work on it', noCase: 'You cannot see this case', cancel: 'Cancel', characters: '{{n}} / {{most}}',
  done: 'Submitted', conflict: 'Somebody changed this a moment ago. Your words are kept; look at the latest and send again.',
  taskKind: {
    desk: 'Dispatch', handle: 'Handle', lead: 'Lead', contribute: 'Part', coordinate: 'Coordinate', arbitrate: 'Arbitrate', verify: 'Verify on site', approve: 'Approve',
    order: 'Supervision order', cityDesk: 'City desk', townDesk: 'Lead',
  },
  stage: {
    received: 'Received', accepted: 'Accepted', dispatched: 'Dispatched', handling: 'Handling', verifying: 'Verifying', evaluating: 'Evaluating', closed: 'Closed', notAccepted: 'Not accepted',
    withdrawn: 'Withdrawn', suspended: 'Suspended', referred: 'Referred to the city',
  },
  path: { villageDirect: 'Village direct', cadreLed: 'Cadre-led', villageTownJoint: 'Village–town joint', countyCoordinated: 'County-coordinated' },
  kind: { complaint: 'Complaint', report: 'Report', suggestion: 'Suggestion', consultation: 'Consultation', request: 'Request', dispute: 'Dispute' },
  channel: {
    qr: 'QR code', web: 'Web', app: 'App', wechat: 'WeChat', phone: 'Phone', hotline: '12345 hotline', messageBoard: 'Message board', cityManagement: 'City management', offline: 'In person',
    patrol: 'Patrol',
  },
  role: {
    gridMember: 'Grid member', villageSecretary: 'Village secretary', villagePolice: 'Village police', stationedCadre: 'Stationed cadre', serviceTeam: 'Service team', townCentre: 'Town centre',
    departmentHandler: 'Department handler', countyCentre: 'County centre', cityCentre: 'City centre', supervisor: 'Supervisor', leader: 'Leader', administrator: 'Administrator',
    externalSystem: 'External system',
  },
  actor: { person: 'Staff', client: 'External system', resident: 'Resident', system: 'System' },
  card: { none: '', yellow: 'Yellow card', red: 'Red card' },
  action: {
    claim: 'Claim', release: 'Release', recordContact: 'Resident contacted', accept: 'Accept', answer: 'Answer the resident', contribute: 'Hand in', handUp: 'Hand up', dispatch: 'Dispatch',
    notAccept: 'Do not accept', returnTask: 'Return', verify: 'Hand in verification', decideApproval: 'Decide', answerOrder: 'Answer the order',
  },
  fields: {
    note: 'What was said', answer: 'Answer', result: 'Result', explanation: 'Reasoned explanation', reason: 'Reason', legalGround: 'Legal ground',
    findings: 'What was found', passed: 'Is it solved?', granted: 'Granted?', notAcceptedReason: 'Why it is not accepted',
  },
  yes: 'Yes', no: 'No', agree: 'Grant', refuse: 'Refuse', required: 'Please fill this in',
  seenBy: { answer: 'The resident reads this', note: 'Only for those who work on it', reason: 'The resident reads the reason' },
  event: {
    received: 'Received', accepted: 'Accepted', dispatched: 'Dispatched', taskOpened: 'Task given', claimed: 'Claimed', released: 'Released', contacted: 'Resident contacted', answered: 'Answered',
    handedUp: 'Handed up', movedUp: 'Moved up by itself', delegated: 'Delegated', reclassified: 'Reclassified', planned: 'Parts planned', partCancelled: 'Part taken back', reassigned: 'Reassigned',
    contributed: 'Part handed in', assigned: 'Units assigned', returned: 'Returned', arbitrated: 'Arbitrated', summoned: 'Summoned', attended: 'Attended', minutesRecorded: 'Minutes recorded',
    mediated: 'Mediation recorded', instructed: 'Instructed', verified: 'Verified', verificationFailed: 'Verification failed', approvalRequested: 'Approval asked for', approvalGranted: 'Granted',
    approvalRefused: 'Refused', approvalMovedUp: 'Request moved up', extended: 'Extended', paused: 'Paused', suspended: 'Suspended', resumed: 'Resumed', referred: 'Referred to the city',
    referralReturned: 'Returned by the city', urged: 'Urged', orderIssued: 'Supervision order', orderAnswered: 'Order answered', orderOverdue: 'Order overdue', orderLifted: 'Order lifted', half: 'Half the time gone',
    yellowCard: 'Yellow card', redCard: 'Red card', callBackMissed: 'Call-back missed', partOverdue: 'Part overdue', merged: 'Merged', joined: 'Joined', separated: 'Separated',
    deadlineRecomputed: 'Deadline recomputed', reporterRevealed: 'Reporter revealed', added: 'Added', residentUrged: 'Urged by the resident', published: 'Made public', unpublished: 'No longer public', rated: 'Rated', newRound: 'New round', reopened: 'Reopened', notRated: 'Not rated', closed: 'Closed',
    notAccepted: 'Not accepted', withdrawn: 'Withdrawn', responseOverdue: 'Response overdue', resolutionOverdue: 'Resolution overdue', imported: 'Imported', repaired: 'Repaired', retracted: 'Corrected',
  },
};
