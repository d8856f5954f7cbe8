namespace Shouwang.EndToEnd.Tests.Support;

/// <summary>A moment at which the app is killed.</summary>
/// <param name="At">Told the number and the path of each write: whether it is this one.</param>
/// <param name="After">The write reaches the storage, and the app does not hear of it; otherwise it does not reach the storage.</param>
sealed record Cut(Func<int, string, bool> At, bool After, Action Kill)
{
    public bool Made { get; set; }
}
