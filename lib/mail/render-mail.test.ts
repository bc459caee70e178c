import { expect, test } from 'vitest';
import { renderMail } from './render-mail.ts';

const mail = {
  id: 'id',
  type: 'invitation',
  subject: 'Choose <now>',
  body: 'First & last.\nA line.\n\nA paragraph.',
  link: '/invitation',
  username: 'kim',
  name: 'Kim Lee',
  email: 'kim@example.org',
  secret: 'abcd.TOKEN',
  off: null,
} as const;
const rendered = renderMail(mail, { name: 'Test ISD' }, 'https://campus.example.org');

test('the text reads well by itself', () => {
  expect(rendered.text).toBe(
    [
      'First & last.\nA line.',
      'A paragraph.',
      'Your username is kim.',
      'Choose your password:\nhttps://campus.example.org/campus/invitation#abcd.TOKEN',
      '-- \nCampus of Test ISD sent this e-mail to you as one of its users. Nobody reads replies.',
    ].join('\n\n'),
  );
});

test('the HTML says the same, escaped, and loads nothing', () => {
  const { html } = rendered;
  expect(html).toContain(
    '<h1 style="margin:0 0 16px;font-size:20px;line-height:1.3">Choose &lt;now&gt;</h1>',
  );
  expect(html).toContain('<p>First &amp; last.<br>\nA line.</p>\n<p>A paragraph.</p>');
  expect(html).toContain('href="https://campus.example.org/campus/invitation#abcd.TOKEN"');
  expect(html).not.toMatch(/<(img|link|script|style)\b|url\(/);
});

test('without a secret the username is not in it', () => {
  const { text } = renderMail({ ...mail, secret: null }, { name: 'Test ISD' }, 'https://campus.example.org');
  expect(text).not.toContain('kim');
});
