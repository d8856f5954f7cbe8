namespace Shouwang.Local.Handler;

/// <summary>The handler has ended and the host would not start it again.</summary>
sealed class HandlerGoneException(string message) : Exception(message);
