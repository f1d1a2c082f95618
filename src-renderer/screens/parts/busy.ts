/**
 * For a button that is at work. It looks disabled and keeps the cursor, which one that is disabled loses to the page; the
 * form itself answers no second press.
 */
export const busyIf = (working: boolean) => (working ? { 'data-disabled': true, 'aria-disabled': true } : {});
