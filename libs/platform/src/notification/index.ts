export type { Delivery, NotificationAdapter, OutgoingMessage } from './adapter.js';
export { HttpGatewayAdapter, type HttpGatewaySettings } from './http-gateway.adapter.js';
export { MailboxAdapter } from './mailbox.adapter.js';
export { enqueue, type NewNotification, type NotificationRecipient } from './notification.js';
export { NotificationSender, type NotificationSenderOptions, type SenderLog } from './sender.js';
export { createNotificationAdapter, notificationShape, type NotificationConfig } from './settings.js';
export { notificationTables } from './tables.js';
export { TEMPLATES, compose, type NoticeData, type NoticeType } from './templates.js';
