using System.Diagnostics;

namespace Shouwang.Recognizer.Tests.Pictures;

/// <summary>Files made with ImageMagick out of the sample papers.</summary>
static class Converted
{
    /// <param name="to">The format, as ImageMagick calls it.</param>
    public static byte[] Sample(string name, string to, params ReadOnlySpan<string> how)
    {
        using var convert = Process.Start(new ProcessStartInfo("convert", [Path.Combine(AppContext.BaseDirectory, "samples", name), .. how, to + ":-"]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        using var file = new MemoryStream();
        convert.StandardOutput.BaseStream.CopyTo(file);
        convert.WaitForExit();
        convert.ExitCode.ShouldBe(0, "ImageMagick");
        return file.ToArray();
    }
}
