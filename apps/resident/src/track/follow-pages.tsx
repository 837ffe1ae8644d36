import { RateByLinkPage } from './rate-by-link-page.js';
import { TrackPage } from './track-page.js';

/** `/t/…`: following a case, and the one-time link of a message. */
export const FollowPages = ({ name }: { name: string }) => (name === 'rate' ? <RateByLinkPage /> : <TrackPage given={name} />);
