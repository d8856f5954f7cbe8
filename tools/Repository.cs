namespace Shouwang.Tools;

/// <summary>Where the repository is (仓库位置): the nearest folder above that holds the solution.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory) ?? Find(Environment.CurrentDirectory)
        ?? throw new InvalidOperationException("Run this inside the repository: Shouwang.slnx was not found in any folder above.");

    private static string? Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Shouwang.slnx")))
                return folder.FullName;
        }
        return null;
    }
}
