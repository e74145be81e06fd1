/** The texts in which the rules stand, as they are cited. */
export const charter = 'Điều lệ Đảng 2011';
export const regulation = 'QĐ 29, 24, 232, 294-QĐ/TW';
export const guidance = 'HD 01-HD/TW (2021), 06-HD/TW (2025)';
export const lists = 'HD 09-HD/BTCTW (2017)';

/** What is told about those texts elsewhere, where the text itself was not read. */
export const secondary = 'theo nguồn thứ cấp';

/** Whatever records only what happened needs no rule. */
export const factAlone = 'ghi nhận sự việc, không cần căn cứ';
