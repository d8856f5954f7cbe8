namespace Shouwang.Functions.Tests.Support;

/// <summary>Files of the source tree, found from where the tests run.</summary>
static class Repository
{
    static readonly string s_root = Find();

    public static string Path(string relative) => System.IO.Path.Combine(s_root, relative);

    static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "Shouwang.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the source tree.");
    }
}
