/** What the address holds at this moment. A page's own copy may be older by a click, and writing that back would undo the click. */
export const addressNow = (): URLSearchParams => new URLSearchParams(location.search);
