/** Sees every case of the county, also those about people in it, as the city does. */
export const WATCHER = 'city-wei';
