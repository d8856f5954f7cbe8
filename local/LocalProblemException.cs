namespace Shouwang.Local;

/// <summary>Something on this machine stops the system from running, said in both languages with what to do.</summary>
public sealed class LocalProblemException(string english, string chinese) : Exception($"{english}\n{chinese}");
