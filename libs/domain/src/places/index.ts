export { placeMatcher, type PlaceMatcher, type RecognisedPlace } from './recognise.js';
export { namesOf, type NamedArea } from './names.js';
