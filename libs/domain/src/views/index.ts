export { checkView, MAX_VIEW_NAME, MAX_VIEW_QUERY, MOST_VIEWS, type View, type ViewRefusal } from './check-view.js';
