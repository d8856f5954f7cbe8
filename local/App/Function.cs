using Shouwang.Local.Timers;

namespace Shouwang.Local.App;

/// <summary>One function (函数) of the app: a folder with a function.json.</summary>
abstract record Function(string Name);

/// <param name="Methods">Upper case; empty means all.</param>
sealed record HttpFunction(string Name, string Route, IReadOnlyList<string> Methods, AuthLevel Level) : Function(Name);

/// <param name="Binding">What function.json calls the message.</param>
/// <param name="Outputs">Queue by the name of its output binding.</param>
sealed record QueueFunction(string Name, string Binding, string Queue, IReadOnlyDictionary<string, string> Outputs) : Function(Name);

sealed record TimerFunction(string Name, string Binding, Ncrontab Schedule, bool RunOnStartup, IReadOnlyDictionary<string, string> Outputs) : Function(Name);

/// <summary>Who may call an HTTP function: everybody, who has a function key, who has the administrator's.</summary>
enum AuthLevel
{
    Anonymous,
    Function,
    Admin,
}
