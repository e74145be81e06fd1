import type { Language } from '@banyan/schema/enums';
import { readLanguage, writeLanguage } from '../../shared/messages/language-store.ts';
import { writePeriodHint } from '../../shared/period/period-hint.ts';
import { nextPath } from './next-path.ts';
import { prefetchApplication } from './prefetch.ts';
import { requestSignIn, type SignInOutcome } from './request.ts';
import { signInTexts, type SignInTexts } from './texts.ts';

function find<E extends Element>(selector: string, type: new () => E): E {
  const element = document.querySelector(selector);
  if (!(element instanceof type)) throw new Error(`The sign-in page lacks ${selector}`);
  return element;
}

const form = find('form', HTMLFormElement);
const account = find('#account', HTMLInputElement);
const password = find('#password', HTMLInputElement);
const submit = find('[type=submit]', HTMLButtonElement);
const reveal = find('[data-reveal]', HTMLButtonElement);
const alert = find('[data-alert]', HTMLElement);

let language: Language = readLanguage();
let waiting: ReturnType<typeof setInterval> | undefined;
let busy = false;

const texts = (): SignInTexts => signInTexts[language];

function showAlert(text: string, tone: 'error' | 'notice' = 'error'): void {
  alert.textContent = text;
  alert.dataset['tone'] = tone;
  alert.hidden = text === '';
}

function showFieldError(input: HTMLInputElement, text: string): void {
  const error = find(`#${input.id}-error`, HTMLElement);
  error.textContent = text;
  error.hidden = text === '';
  input.setAttribute('aria-invalid', String(text !== ''));
}

function blockSubmit(blocked: boolean): void {
  // Not `disabled`: the button keeps the focus, so that a reader is not thrown back to the top.
  submit.setAttribute('aria-disabled', String(blocked));
}

function paintReveal(): void {
  const shown = password.type === 'text';
  reveal.setAttribute('aria-pressed', String(shown));
  reveal.setAttribute('aria-label', shown ? texts().hidePassword : texts().showPassword);
  reveal.textContent = shown ? texts().hide : texts().show;
}

function paint(): void {
  const current = texts();
  document.documentElement.lang = language === 'VI' ? 'vi' : 'en';
  document.title = current.title;
  const plain: Readonly<Record<string, unknown>> = current;
  for (const element of document.querySelectorAll<HTMLElement>('[data-text]')) {
    const text = plain[element.dataset['text'] ?? ''];
    if (typeof text === 'string') element.textContent = text;
  }
  for (const button of document.querySelectorAll<HTMLElement>('[data-language]')) {
    button.setAttribute('aria-pressed', String(button.dataset['language'] === language));
  }
  paintReveal();
}

function startWait(message: string, seconds: number): void {
  clearInterval(waiting);
  const until = Date.now() + seconds * 1000;
  const tick = () => {
    const left = Math.ceil((until - Date.now()) / 1000);
    blockSubmit(left > 0);
    showAlert(left > 0 ? `${message} ${texts().wait(left)}` : message);
    if (left <= 0) clearInterval(waiting);
  };
  waiting = setInterval(tick, 1000);
  tick();
}

function showOutcome(outcome: SignInOutcome): void {
  switch (outcome.kind) {
    case 'SUCCEEDED':
      writePeriodHint(outcome);
      location.replace(nextPath(location.search, location.origin));
      return;
    case 'REFUSED':
      if (outcome.seconds > 0) startWait(outcome.message, outcome.seconds);
      else showAlert(outcome.message);
      password.select();
      return;
    case 'OFFLINE':
      showAlert(texts().offline);
      return;
    case 'FAILED':
      showAlert(texts().failed);
  }
}

async function attempt(): Promise<void> {
  if (busy || submit.getAttribute('aria-disabled') === 'true') return;
  showFieldError(account, account.value.trim() === '' ? texts().accountMissing : '');
  showFieldError(password, password.value === '' ? texts().passwordMissing : '');
  const missing = [account, password].find((input) => input.getAttribute('aria-invalid') === 'true');
  if (missing) {
    missing.focus();
    return;
  }
  busy = true;
  showAlert('');
  submit.textContent = texts().submitting;
  const outcome = await requestSignIn({ account: account.value.trim(), password: password.value, language });
  busy = false;
  submit.textContent = texts().submit;
  showOutcome(outcome);
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void attempt();
});

form.addEventListener('input', () => void prefetchApplication(), { once: true });

reveal.addEventListener('click', () => {
  password.type = password.type === 'password' ? 'text' : 'password';
  paintReveal();
});

for (const button of document.querySelectorAll<HTMLElement>('[data-language]')) {
  button.addEventListener('click', () => {
    language = button.dataset['language'] === 'EN' ? 'EN' : 'VI';
    writeLanguage(language);
    paint();
  });
}

paint();
const why = new URLSearchParams(location.search).get('vi-sao');
if (why === 'het-phien') showAlert(texts().ended, 'notice');
if (why === 'dang-xuat') showAlert(texts().signedOut, 'notice');
if (account.value === '') account.focus();
if ('early' in form.dataset) void attempt();
