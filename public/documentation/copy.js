/* A button *Copy* at each block of code. Without this script the blocks are read and selected as ever. */
for (const block of document.querySelectorAll('.code')) {
  const code = block.querySelector('code');
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Copy';
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(code.textContent);
      button.textContent = 'Copied';
    } catch {
      // A page without https may not write to the clipboard: the text is selected for the keyboard.
      window.getSelection().selectAllChildren(code);
      button.textContent = 'Selected';
    }
    setTimeout(() => {
      button.textContent = 'Copy';
    }, 2000);
  });
  block.append(button);
}
