import type { District } from '../context.ts';
import type { DueMail } from './claim-due.ts';
import type { Outgoing } from './mailer.ts';
import { MAIL_ACTIONS, MAIL_TEXTS } from './texts.ts';

type Rendered = Pick<DueMail, 'id' | 'type' | 'subject' | 'body' | 'link' | 'username' | 'name'> & {
  email: string;
  secret: string | null;
  /** For a link that turns off e-mails of this type; null where there is none. */
  off: string | null;
};

/** An e-mail as text and as HTML; both say the same. Pure. */
export function renderMail(mail: Rendered, district: Pick<District, 'name'>, publicUrl: string): Outgoing {
  const url = `${publicUrl}/campus${mail.link}${mail.secret ? `#${mail.secret}` : ''}`;
  const paragraphs = [mail.body, ...(mail.secret ? [MAIL_TEXTS.username(mail.username)] : [])]
    .join('\n\n')
    .split(/\n{2,}/);
  const action = MAIL_ACTIONS[mail.type];
  const offPage = `${publicUrl}/campus/stop-mail?token=${mail.off}`;
  const footer = MAIL_TEXTS.footer(district.name);
  return {
    id: mail.id,
    to: { name: mail.name, address: mail.email },
    subject: mail.subject,
    text: [
      ...paragraphs,
      `${action}:\n${url}`,
      `-- \n${footer}${mail.off ? `\n${MAIL_TEXTS.off()}:\n${offPage}` : ''}`,
    ].join('\n\n'),
    html: page(mail.subject, [
      ...paragraphs.map((text) => `<p>${lines(text)}</p>`),
      `<p style="margin:24px 0"><a href="${escaped(url)}" style="${BUTTON}">${escaped(action)}</a></p>`,
      `<p style="font-size:13px;color:#667085">${lines(footer)}${
        mail.off
          ? `<br>\n<a href="${escaped(offPage)}" style="color:inherit">${escaped(MAIL_TEXTS.off())}</a>`
          : ''
      }</p>`,
    ]),
    // RFC 8058: the mail program's own button sends a POST; opening the address changes nothing.
    headers: mail.off
      ? {
          'List-Unsubscribe': `<${publicUrl}/campus/api/mail/off?token=${mail.off}>`,
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        }
      : ({} as Record<string, string>),
  };
}

const BUTTON =
  'display:inline-block;padding:10px 16px;border-radius:6px;background:#1d4ed8;color:#ffffff;text-decoration:none;font-weight:600';

/** Mail programs keep inline styles and little else. */
const page = (title: string, parts: readonly string[]): string =>
  [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">',
    `<title>${escaped(title)}</title></head>`,
    '<body style="margin:0;padding:24px;font:16px/1.5 system-ui,-apple-system,\'Segoe UI\',sans-serif">',
    '<div style="max-width:560px;margin:0 auto">',
    `<h1 style="margin:0 0 16px;font-size:20px;line-height:1.3">${escaped(title)}</h1>`,
    ...parts,
    '</div></body></html>',
    '',
  ].join('\n');

const lines = (text: string): string => escaped(text).replaceAll('\n', '<br>\n');

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] as string);
