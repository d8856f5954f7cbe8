using System.CommandLine;
using System.Text;
using Shouwang.Shared.Bills;

namespace Shouwang.Tools.Hospitals;

/// <summary><c>./shouwang hospitals check</c>: says whether a county's own list of hospitals can be used beside those that ship.</summary>
internal static class HospitalsCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "The county's list, <place code>.tsv: name, level, place code, other names, source, cut by tabs." };
        var check = new Command("check", "Finds lines that cannot be read, hospitals listed twice and names that would mean two hospitals, also together with policies/hospitals. Ends with 0 when there is nothing to put right.") { file };
        check.SetAction(parsed => Check(parsed.GetValue(file)!, Path.Combine(Repository.Root, "policies", "hospitals"), parsed.InvocationConfiguration));
        return new Command("hospitals", "Hospitals and their levels.") { check };
    }

    /// <param name="folder">The lists that ship; a file of the same name there is what is being replaced.</param>
    internal static int Check(FileInfo file, string folder, InvocationConfiguration console)
    {
        if (!file.Exists)
        {
            console.Error.WriteLine($"There is no file {file.Name}; give the path of the list.");
            return 2;
        }

        var (own, faults) = Read(file);
        var others = Directory.GetFiles(folder, "*.tsv").Where(other => Path.GetFileName(other) != file.Name).Order(StringComparer.Ordinal).SelectMany(other => HospitalList.Read(File.ReadAllText(other)).All);
        faults.AddRange(HospitalChecks.Of([.. others, .. own.Keys]).Where(found => own.ContainsKey(found.Hospital)).Select(found => (own[found.Hospital], found.Wrong)));
        foreach (var (line, wrong) in faults.OrderBy(fault => fault.Line))
            console.Output.WriteLine($"{file.Name}:{line}: {wrong}");
        console.Output.WriteLine(faults.Count == 0
            ? $"{own.Count} hospitals, each found by all of its names."
            : $"{own.Count} hospitals, {faults.Count} to put right.");
        return faults.Count == 0 ? 0 : 1;
    }

    static (Dictionary<ListedHospital, int> Own, List<(int Line, string Wrong)> Faults) Read(FileInfo file)
    {
        var (own, faults) = (new Dictionary<ListedHospital, int>(ReferenceEqualityComparer.Instance), new List<(int, string)>());
        foreach (var (text, line) in Lines(file, faults).Select((text, index) => (text, index + 1)).Where(l => l.text.Length > 0 && l.text[0] != '#'))
        {
            try
            {
                own[HospitalList.Line(text, line)] = line;
            }
            catch (FormatException fault)
            {
                faults.Add((line, fault.Message));
            }
        }
        return (own, faults);
    }

    static string[] Lines(FileInfo file, List<(int, string)> faults)
    {
        try
        {
            using var reader = Utf8.Open(file.FullName);
            return reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n');
        }
        catch (DecoderFallbackException)
        {
            faults.Add((1, $"The file is not UTF-8; {Utf8.Remedy}."));
            return [];
        }
    }
}
