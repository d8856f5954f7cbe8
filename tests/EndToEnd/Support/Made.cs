using System.Diagnostics;

namespace Shouwang.EndToEnd.Tests.Support;

/// <summary>Files of other kinds, made out of the sample papers.</summary>
static class Made
{
    public static string Sample(string name) => Tree.In("samples", "claim", name + ".jpg");

    /// <summary>As an iPhone stores it.</summary>
    public static Photo Heic(string name) => By("heif-enc", "IMG_0001.HEIC", "-q", "90", Sample(name), "-o");

    public static Photo By(string program, string name, params string[] how)
    {
        var folder = Directory.CreateTempSubdirectory("photo-");
        try
        {
            var path = Path.Combine(folder.FullName, name);
            using var making = Process.Start(new ProcessStartInfo(program, [.. how, path]) { UseShellExecute = false, RedirectStandardOutput = true })!;
            making.WaitForExit();
            making.ExitCode.ShouldBe(0, program);
            return new Photo(name, File.ReadAllBytes(path));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
