-- What docs/editors.md tells users of Neovim to write, with the program's path from the environment.
vim.lsp.config("daybook", {
  cmd = { vim.env.DAYBOOK, "lsp" },
  filetypes = { "markdown" },
  root_markers = { ".git" },
  init_options = { inlayHints = true },
})
vim.lsp.enable("daybook")
vim.lsp.inlay_hint.enable(true)
vim.diagnostic.config({ virtual_text = true })
vim.api.nvim_create_autocmd({ "LspAttach", "BufEnter", "InsertLeave", "BufWritePost" }, {
  pattern = "*.md",
  callback = function(event)
    vim.lsp.codelens.refresh({ bufnr = event.buf })
  end,
})
vim.o.swapfile = false
vim.o.wrap = false
