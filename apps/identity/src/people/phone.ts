import { AppError } from '@yiwang/platform/errors';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/**
 * A number as it is kept and compared: digits as dialled in China (mobile or with area code), or + and country code.
 * @param kind `mobile` where a message has to reach it.
 * @throws AppError PHONE_INVALID for what is no number of that kind; the text itself is never repeated.
 */
export function readPhone(text: string, field: string, kind: 'any' | 'mobile' = 'any'): string {
  const read = parsePhoneNumberFromString(text.trim(), { defaultCountry: 'CN', extract: false });
  const reachable = kind === 'any' || ['MOBILE', 'FIXED_LINE_OR_MOBILE'].includes(read?.getType() ?? '');
  if (!read?.isValid() || !reachable || read.ext) throw new AppError('PHONE_INVALID', { field });
  return read.country === 'CN' ? read.formatNational().replace(/\D/g, '') : read.number;
}
