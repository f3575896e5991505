// Events bubble: one listener serves every form on the page.
document.addEventListener('saved', ({ detail }) => {
  document.querySelector('#arrived').textContent = `Arrived under the key ${detail.record.idempotencyKey}.`;
});
