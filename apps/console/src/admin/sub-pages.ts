import { lazy, type ComponentType } from 'react';

export type SubPageName = 'people' | 'units' | 'catalogue' | 'policies' | 'calendar' | 'qrPoints' | 'clients' | 'audit';

interface SubPage {
  /** Its key among the words and, in the address, its folder. */
  name: SubPageName;
  folder: string;
  Page: ComponentType;
}

/** The pages of administration in the order of the menu. Each is loaded when it is first opened. */
export const SUB_PAGES: readonly SubPage[] = [
  { name: 'people', folder: 'people', Page: lazy(async () => ({ default: (await import('./people/people.page.js')).PeoplePage })) },
  { name: 'units', folder: 'units', Page: lazy(async () => ({ default: (await import('./units/units.page.js')).UnitsPage })) },
  { name: 'catalogue', folder: 'catalogue', Page: lazy(async () => ({ default: (await import('./catalogue/catalogue.page.js')).CataloguePage })) },
  { name: 'policies', folder: 'policies', Page: lazy(async () => ({ default: (await import('./policies/policies.page.js')).PoliciesPage })) },
  { name: 'calendar', folder: 'calendar', Page: lazy(async () => ({ default: (await import('./calendar/calendar.page.js')).CalendarPage })) },
  { name: 'qrPoints', folder: 'qr-points', Page: lazy(async () => ({ default: (await import('./qr-points/qr-points.page.js')).QrPointsPage })) },
  { name: 'clients', folder: 'clients', Page: lazy(async () => ({ default: (await import('./clients/clients.page.js')).ClientsPage })) },
  { name: 'audit', folder: 'audit', Page: lazy(async () => ({ default: (await import('./audit/audit.page.js')).AuditPage })) },
];
