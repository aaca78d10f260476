"""Schemas: those that ship with akapen, and how a schema file is read, checked and written."""
