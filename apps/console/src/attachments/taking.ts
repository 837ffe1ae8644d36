import type { Place } from '../offline/files.js';

const AGREED = 'yiwang.place-of-pictures';
const MOST_MS = 5_000;
/** A position that is this old is where the picture was taken too. */
const OLDEST_MS = 60_000;

/** Whether whoever uses this device agreed that pictures and recordings say where they were taken. */
export const placeAgreed = (): boolean => localStorage.getItem(AGREED) === 'yes';
export const agreeToPlace = (agrees: boolean): void => localStorage.setItem(AGREED, agrees ? 'yes' : 'no');

/** Where the device is; null where it does not know, may not say, or takes too long. */
export function placeNow(timeout = MOST_MS): Promise<Place | null> {
  return new Promise((resolve) => {
    if (!navigator.geolocation) return resolve(null);
    // Some browsers leave a question of theirs unanswered for ever.
    setTimeout(() => resolve(null), timeout + 1_000);
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) => resolve({ latitude, longitude, accuracyM: Math.round(accuracy) }),
      () => resolve(null),
      { enableHighAccuracy: true, timeout, maximumAge: OLDEST_MS },
    );
  });
}
