"""The two looks of the program: a calm dark one, and a light one that survives a projector."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="teamops-dark",
    primary="#5fa8d3",
    secondary="#8fb8a8",
    accent="#e0a458",
    warning="#e0a458",
    error="#e06c75",
    success="#8fbf7f",
    foreground="#d8dee6",
    background="#12171e",
    surface="#181f28",
    panel="#1f2833",
    dark=True,
    variables={
        "block-cursor-background": "#2f6690",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-blurred-background": "#24313f",
        "block-cursor-blurred-foreground": "#d8dee6",
        "text-muted": "#8a97a6",
    },
)

LIGHT = Theme(
    name="teamops-light",
    primary="#1f5f8b",
    secondary="#3f7d68",
    accent="#995200",
    warning="#995200",
    error="#b3261e",
    success="#2e6b2e",
    foreground="#1a1f26",
    background="#fbfaf7",
    surface="#f2f0ea",
    panel="#e8e5dc",
    dark=False,
    variables={
        "block-cursor-background": "#1f5f8b",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-blurred-background": "#dcd8cc",
        "block-cursor-blurred-foreground": "#1a1f26",
        "text-muted": "#5c6672",
    },
)

THEMES = (DARK, LIGHT)
